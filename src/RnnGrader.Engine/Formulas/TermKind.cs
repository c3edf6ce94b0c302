namespace RnnGrader.Engine.Formulas;

/// <summary>How a term is written: <c>3</c>, <c>2·3</c> or <c>3/100</c>.</summary>
public enum TermKind
{
    Value,
    Product,
    Quotient,
}
