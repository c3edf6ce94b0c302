using RnnGrader.Engine.Numbers;

namespace RnnGrader.Engine.Worksheets;

/// <summary>What the numbers of a given may be when somebody sets them by hand.</summary>
/// <param name="Least">The smallest number.</param>
/// <param name="Most">The largest number.</param>
/// <param name="IntegersOnly">No fractions.</param>
/// <param name="IsOneHot">One 1 and zeros.</param>
/// <param name="IsFixed">Part of the exercise: it need not be given, and is not drawn.</param>
public sealed record Domain(int Least, int Most, bool IntegersOnly = false, bool IsOneHot = false, bool IsFixed = false)
{
    /// <summary>What a pencil can still work with.</summary>
    public static Domain Numbers { get; } = new(-99, 99);

    public static Domain OneHot { get; } = new(0, 1, IntegersOnly: true, IsOneHot: true);

    public static Domain Fixed { get; } = new(-1_000_000, 1_000_000, IsFixed: true);

    public static Domain Integers(int least, int most) => new(least, most, IntegersOnly: true);

    /// <summary>A sentence that says what to change, or null where the tensor is inside.</summary>
    public string? Objection(string name, Tensor tensor)
    {
        foreach (var cell in tensor.Cells)
        {
            if (cell < Least || cell > Most)
            {
                return $"{name} has {cell}; its numbers must be from {Least} to {Most}.";
            }

            if (IntegersOnly && !cell.IsInteger)
            {
                return $"{name} has {cell}; its numbers must be whole.";
            }
        }

        return IsOneHot && tensor.Cells.ToArray().Count(cell => !cell.IsZero) != 1 ? $"{name} must have exactly one 1, all else 0." : null;
    }
}
