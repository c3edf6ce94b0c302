namespace RnnGrader.Engine.Formulas;

/// <summary>Shapes that do not fit together; the message names the tensors and their shapes.</summary>
public sealed class ShapeException(Formula where, string message) : Exception(message)
{
    /// <summary>The part of the formula in which it was found.</summary>
    public Formula Where { get; } = where;
}
