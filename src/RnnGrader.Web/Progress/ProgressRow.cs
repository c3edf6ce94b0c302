using System.Text.Json.Serialization;

namespace RnnGrader.Web.Progress;

/// <summary>How far a student is. Exercises are counted, each once, wherever in the course it is completed.</summary>
/// <param name="Person">Id of the student.</param>
/// <param name="Name">Their name.</param>
/// <param name="Group">Their group; null for none.</param>
/// <param name="Levels">By level: `beginner`, `intermediate`, `advanced`, `expert`.</param>
/// <param name="Completed">How many exercises are completed.</param>
/// <param name="Of">How many there are in the course's published assignments.</param>
/// <param name="Goal">How many the student's group must complete; null for no goal.</param>
/// <param name="Reached">Whether the goal is reached; null for no goal.</param>
internal sealed record ProgressRow(
    string Person, string Name,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] string? Group,
    IReadOnlyDictionary<string, LevelProgress> Levels, int Completed, int Of,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] int? Goal,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] bool? Reached);
