using RnnGrader.Grading.Solving;

namespace RnnGrader.Web.Solving;

/// <summary>An instance worked out.</summary>
/// <param name="Instance">Id of the instance.</param>
/// <param name="Blanks">Every blank with its value and the way to it.</param>
internal sealed record SolutionAnswer(string Instance, IReadOnlyList<SolvedBlank> Blanks);
