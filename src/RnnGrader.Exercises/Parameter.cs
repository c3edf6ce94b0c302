namespace RnnGrader.Exercises;

/// <summary>What a draw can be given: a whole number within bounds, or one of some choices.</summary>
/// <param name="Name">Its name in <c>parameters</c>.</param>
/// <param name="Description">What it changes.</param>
/// <param name="Default">What it is when left out; null where it is then drawn, or follows from the difficulty.</param>
/// <param name="Minimum">The least number.</param>
/// <param name="Maximum">The greatest number.</param>
/// <param name="Choices">The choices; null for a number.</param>
public sealed record Parameter(
    string Name,
    string Description,
    string? Default,
    int? Minimum = null,
    int? Maximum = null,
    IReadOnlyList<string>? Choices = null)
{
    public static Parameter Difficulty { get; } = Choice("difficulty", "How much there is to work out, and how large and how negative the numbers are.", "standard", "easy", "standard", "hard");

    public static Parameter LargestWeight { get; } = Range("largestWeight", "The largest absolute value of a weight or bias; by default as the difficulty says.", 1, 3);

    public static Parameter Density { get; } = Range("density", "How many in a hundred weights are not zero; by default as the difficulty says.", 30, 100);

    public static Parameter Input { get; } = Range("input", "The number of inputs.", 2, 5, 3);

    public static Parameter Hidden { get; } = Range("hidden", "The number of hidden units.", 2, 5, 3);

    public static Parameter Output { get; } = Range("output", "The number of outputs.", 1, 4, 2);

    public static Parameter Range(string name, string description, int minimum, int maximum, int? usual = null) =>
        new(name, description, usual is { } number ? FormattableString.Invariant($"{number}") : null, minimum, maximum);

    public static Parameter Choice(string name, string description, string usual, params IReadOnlyList<string> choices) =>
        new(name, description, usual, Choices: choices);
}
