using RnnGrader.Engine.Formulas;
using RnnGrader.Engine.Numbers;
using RnnGrader.Engine.Worksheets;

namespace RnnGrader.Grading.Solving;

/// <summary>One cell worked out: its terms, their sum, what the last functions make of it.</summary>
internal static class CellSolution
{
    public static SolvedCell Of(Worksheet sheet, Quantity blank, int row, int column)
    {
        var (definition, writer) = (blank.Definition!, new Writer(sheet, showsAnswers: true));
        var value = sheet.Reference[blank.Name.Slot][row, column];
        var steps = new List<string>();
        var words = new List<string>();
        if (definition.Core is Lookup lookup)
        {
            var x = writer.Cell(lookup.Operand, row, column);
            steps.Add($"{Lookup.Word}({lookup.Table}, {x})");
            words.Add($"In {lookup.Table}, {Writer.Signed(value)} stands below {x}.");
        }
        else
        {
            Sum(sheet, definition, writer, row, column, steps, words);
        }

        Apply(sheet, definition, row, column, steps, words);
        steps.Add(Writer.Signed(value));
        return new(row, column, CellValue.Of(value), [.. steps.Distinct()], string.Join(' ', words));
    }

    private static void Sum(Worksheet sheet, Formula definition, Writer writer, int row, int column, List<string> steps, List<string> words)
    {
        var core = definition.Core;
        var terms = new List<Term>();
        core.Terms(sheet.Reference, row, column, false, terms);
        var total = Writer.Signed(core.Evaluate(sheet.Reference)[row, column]);
        var written = writer.Terms(core, row, column);
        steps.Add(Within(definition, WrittenTerm.Join(written)));
        if (written.Any(term => term.Sign.Length > 0) && written.Count > 1)
        {
            steps.Add(Within(definition, WrittenTerm.Join([.. terms.Select(term => WrittenTerm.Of(term.Value))])));
        }

        steps.Add(Within(definition, total));
        foreach (var part in core is Sum sum ? sum.Parts : [new SignedTerm(false, core)])
        {
            var own = writer.Terms(part.Formula, row, column);
            var value = Writer.Signed(part.Formula.Evaluate(sheet.Reference) is { Shape.IsMatrix: true } tensor ? tensor[row, column] : part.Formula.Evaluate(sheet.Reference)[0]);
            words.Add(WrittenTerm.Join(own) == value ? $"{part.Formula} is {value}{(part.Negative ? ", to be subtracted" : "")}." : $"{part.Formula} is {WrittenTerm.Join(own)} = {value}{(part.Negative ? ", to be subtracted" : "")}.");
        }

        if (core is Sum)
        {
            words.Add($"Together {total}.");
        }
    }

    // From the inside out: what each function makes of the number before it.
    private static void Apply(Worksheet sheet, Formula formula, int row, int column, List<string> steps, List<string> words)
    {
        if (formula is not (Activation or Rounding))
        {
            return;
        }

        var operand = formula.Operands[0];
        Apply(sheet, operand, row, column, steps, words);
        var before = operand.Evaluate(sheet.Reference)[row, column];
        var after = Writer.Signed(formula.Evaluate(sheet.Reference)[row, column]);
        words.Add(formula switch
        {
            Activation { Kind: ActivationKind.ReLU } when before.IsNegative => "ReLU makes a negative number 0.",
            Activation { Kind: ActivationKind.ReLU } => "ReLU leaves it as it is.",
            Activation activation => $"{activation.Word} makes {after} of it.",
            Rounding rounding when before.Round(rounding.Places) != before => $"Rounded to {rounding.Places} places {after}.",
            _ => "",
        });
        words.RemoveAll(word => word.Length == 0);
    }

    private static string Within(Formula formula, string inner) => formula switch
    {
        Activation activation => $"{activation.Word}({Within(activation.Operand, inner)})",
        Rounding rounding => $"{Rounding.Word}({Within(rounding.Operand, inner)}, {rounding.Places})",
        _ => inner,
    };
}
