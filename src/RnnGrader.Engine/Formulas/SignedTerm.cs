namespace RnnGrader.Engine.Formulas;

/// <summary>One term of a <see cref="Sum"/> with its sign.</summary>
public readonly record struct SignedTerm(bool Negative, Formula Formula);
