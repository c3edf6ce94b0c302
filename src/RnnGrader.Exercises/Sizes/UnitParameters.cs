using RnnGrader.Exercises.Drawing;

namespace RnnGrader.Exercises.Sizes;

/// <summary>How many units the layers of a network have, where that is all there is to draw.</summary>
internal static class UnitParameters
{
    private static readonly Parameter Input = Parameter.Range("input", "The number of inputs; by default drawn.", 2, 8);

    private static readonly Parameter Hidden = Parameter.Range("hidden", "The number of hidden units; by default drawn.", 2, 8);

    private static readonly Parameter Output = Parameter.Range("output", "The number of outputs; by default drawn.", 1, 8);

    public static IReadOnlyList<Parameter> Small { get; } = [Input, Hidden, Output];

    /// <summary>Three different numbers of units where the parameters allow it: a size that is mixed up must look wrong.</summary>
    public static (int Inputs, int Units, int Outputs) DrawSmall(Draw draw)
    {
        var most = draw.Settings.Difficulty switch { "easy" => 4, "hard" => 8, _ => 6 };
        var units = draw.Size(Hidden, most);
        var inputs = draw.Size(Input, most, units);
        return (inputs, units, draw.Size(Output, most, units, inputs));
    }
}
