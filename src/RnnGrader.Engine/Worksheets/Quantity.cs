using RnnGrader.Engine.Formulas;
using RnnGrader.Engine.Numbers;

namespace RnnGrader.Engine.Worksheets;

/// <summary>A named tensor of a worksheet: given, computed by a formula, or known by its shape alone.</summary>
public sealed record Quantity
{
    public required Name Name { get; init; }

    public required Role Role { get; init; }

    /// <summary>Known once the whole worksheet is written.</summary>
    public Shape Shape { get; init; }

    /// <summary>The numbers of a given.</summary>
    public Tensor? Given { get; init; }

    /// <summary>What a given's numbers may be when set by hand.</summary>
    public Domain Domain { get; init; } = Domain.Numbers;

    /// <summary>How a computed tensor is computed.</summary>
    public Formula? Definition { get; init; }

    /// <summary>How many rows a tensor without numbers has, where the exercise says it; else it follows from the formulas.</summary>
    public Formula? Rows { get; init; }

    /// <summary>1 where a network has this unit or this cell, 0 where not; null where it has all. An absent cell is not a zero weight.</summary>
    public Tensor? Mask { get; init; }

    /// <summary>For the student to fill in.</summary>
    public bool IsBlank { get; init; }

    /// <summary>Not shown: a size that is only drawn, a network that is only compared with.</summary>
    public bool IsHidden { get; init; }

    /// <summary>Has a shape and no numbers.</summary>
    public bool IsSymbolic { get; init; }
}
