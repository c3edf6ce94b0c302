namespace RnnGrader.Engine.Formulas;

/// <summary>How tightly a word binds when it is printed and read.</summary>
internal enum Precedence
{
    Sum,
    Product,
    Atom,
}
