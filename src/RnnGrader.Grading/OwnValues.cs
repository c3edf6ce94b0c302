using RnnGrader.Engine.Formulas;
using RnnGrader.Engine.Numbers;
using RnnGrader.Engine.Worksheets;

namespace RnnGrader.Grading;

/// <summary>The worksheet evaluated with the student's own values put in place of the reference's, blank by blank as they are judged.</summary>
internal sealed class OwnValues(Worksheet sheet)
{
    private readonly Valuation values = sheet.Start();

    public Worksheet Sheet { get; } = sheet;

    public Valuation Values => values;

    /// <summary>Whether some value so far is not the reference's.</summary>
    public bool Diverged { get; private set; }

    /// <summary>What follows from the student's earlier values; until the first divergence that is the reference.</summary>
    public Expectation Expect(Quantity quantity)
    {
        var expected = Expectation.Of(quantity, Diverged ? values : Sheet.Reference);
        values.Put(quantity, expected.Value);
        return expected;
    }

    /// <summary>Puts the student's own value in place.</summary>
    public void Put(Quantity quantity, Tensor value)
    {
        values.Put(quantity, value);
        Diverged |= !value.SameAs(Sheet.Reference[quantity.Name.Slot]);
    }

    /// <summary>
    /// Whether the student's own values leave nothing to multiply in a cell where the reference has something: such a cell would be right for
    /// free, and is not carried.
    /// </summary>
    public bool MakesEveryProductZero(Quantity blank, int row, int column) =>
        !SomeProductIsNotZero(blank, values, row, column) && SomeProductIsNotZero(blank, Sheet.Reference, row, column);

    private static bool SomeProductIsNotZero(Quantity blank, Valuation values, int row, int column)
    {
        var terms = new List<Term>();
        blank.Definition!.Core.Terms(values, row, column, false, terms);
        return terms.Exists(term => term is { Kind: TermKind.Product, IsZero: false });
    }
}
