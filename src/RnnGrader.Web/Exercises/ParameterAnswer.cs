using RnnGrader.Exercises;

namespace RnnGrader.Web.Exercises;

/// <summary>Something that a draw can be given.</summary>
/// <param name="Name">Its member of `parameters`.</param>
/// <param name="Description">What it changes.</param>
/// <param name="Default">What holds where it is left out; left out itself where that is drawn, or follows from the difficulty.</param>
/// <param name="Minimum">The smallest whole number, where it is one.</param>
/// <param name="Maximum">The largest whole number, where it is one.</param>
/// <param name="Choices">What there is to choose from, where it is a choice.</param>
internal sealed record ParameterAnswer(string Name, string Description, string? Default, int? Minimum, int? Maximum, IReadOnlyList<string>? Choices)
{
    public static ParameterAnswer Of(Parameter parameter) =>
        new(parameter.Name, parameter.Description, parameter.Default, parameter.Minimum, parameter.Maximum, parameter.Choices);
}
