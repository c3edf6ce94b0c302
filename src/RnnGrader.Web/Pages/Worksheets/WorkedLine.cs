using System.Globalization;
using RnnGrader.Engine.Formulas;
using RnnGrader.Engine.Worksheets;
using RnnGrader.Grading;
using RnnGrader.Grading.Solving;

namespace RnnGrader.Web.Pages.Worksheets;

/// <summary>
/// The numbers from which a blank is worked out, in the order of its formula: what is given as matrices, what the student has worked out before as
/// cells that repeat it.
/// </summary>
/// <param name="Parts">The terms, each in MathML with its sign, so that a narrow page can break between them.</param>
/// <param name="Functions">What is applied to their sum, the first one first.</param>
internal sealed record WorkedLine(IReadOnlyList<(string Sign, string MathMl)> Parts, IReadOnlyList<string> Functions)
{
    /// <summary>The line of a blank; null where the formula speaks of sizes, and would say the answer.</summary>
    public static WorkedLine? Of(Worksheet sheet, Quantity blank, Answers typed)
    {
        if (blank.Definition is not { } formula || formula.Everything().Any(part => part is SizeOf or ParameterCount))
        {
            return null;
        }

        var functions = new List<string>();
        while (formula is Activation or Rounding)
        {
            functions.Insert(0, formula is Rounding rounding ? string.Create(CultureInfo.InvariantCulture, $"{Rounding.Word}, {rounding.Places}") : ((Activation)formula).Word);
            formula = formula.Operands[0];
        }

        string Show(Name name) => Shown(sheet, sheet.Quantities[name.Slot], name, typed);
        return new(
            formula is Sum sum
                ? [.. sum.Parts.Select((part, i) => (part.Negative ? "−" : i > 0 ? "+" : "", MathMl.Of(part.Formula, Show)))]
                : [("", MathMl.Of(formula, Show))],
            functions);
    }

    // A given's numbers stand over its name; a blank's cells repeat what was filled in there.
    private static string Shown(Worksheet sheet, Quantity quantity, Name name, Answers typed)
    {
        if (quantity.Given is { } given)
        {
            return given.Shape.IsMatrix ? Under(MathMl.Matrix(given), name) : MathMl.Number(given[0]);
        }

        if (sheet.Blanks.FirstOrDefault(known => known.Name == name.Text) is not { Kind: BlankKind.Numbers or BlankKind.Number } blank)
        {
            return MathMl.Name(name);
        }

        return Under(MathMl.Table(blank.Rows, blank.Columns, (row, column) =>
        {
            var cell = (row * blank.Columns) + column;
            var value = CellReading.Of(blank.Kind, typed.Cell(blank.Name, cell)).Value?.Text ?? "□";
            return string.Create(CultureInfo.InvariantCulture, $"""<mtext data-repeats="{blank.Name}" data-cell="{cell}">{value.Replace('-', '−')}</mtext>""");
        }), name);
    }

    private static string Under(string matrix, Name name) => $"<munder>{matrix}{MathMl.Name(name)}</munder>";
}
