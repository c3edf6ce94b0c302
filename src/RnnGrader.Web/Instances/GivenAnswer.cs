using RnnGrader.Engine.Numbers;
using RnnGrader.Engine.Worksheets;

namespace RnnGrader.Web.Instances;

/// <summary>A tensor whose numbers are given.</summary>
/// <param name="Name">Such as `W_hx`.</param>
/// <param name="Rows">How many rows.</param>
/// <param name="Columns">How many columns; 1 for a vector.</param>
/// <param name="Values">Rows of cells. A number with no finite decimal form is text, such as `"1/3"`.</param>
internal sealed record GivenAnswer(string Name, int Rows, int Columns, Number[][] Values)
{
    /// <param name="quantity">One of the worksheet's visible givens.</param>
    public static GivenAnswer Of(Quantity quantity)
    {
        var given = quantity.Given!;
        return new(quantity.Name.Text, given.Rows, given.Columns,
            [.. Enumerable.Range(0, given.Rows).Select(row => Enumerable.Range(0, given.Columns).Select(column => given[row, column]).ToArray())]);
    }
}
