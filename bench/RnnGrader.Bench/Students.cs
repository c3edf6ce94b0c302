using RnnGrader.Engine.Numbers;
using RnnGrader.Engine.Worksheets;
using RnnGrader.Grading;

namespace RnnGrader.Bench;

/// <summary>Who answers.</summary>
internal static class Students
{
    /// <summary>Makes no mistake.</summary>
    public static Answers Right(Worksheet sheet) => sheet.Difference is { } difference
        ? Answers.Of([new(difference.Blank, [.. difference.Reference])])
        : Written(sheet, sheet.Reference);

    /// <summary>Gets every second cell of the first blank wrong and works on rightly from there; of a set, chooses half.</summary>
    public static Answers HalfWrong(Worksheet sheet)
    {
        if (sheet.Difference is { } difference)
        {
            return Answers.Of([new(difference.Blank, [.. difference.Reference.Where((_, index) => index % 2 == 0)])]);
        }

        var first = sheet.Quantities.First(quantity => quantity.IsBlank);
        var right = sheet.Reference[first.Name.Slot];
        var wrong = Tensor.Of(right.Shape, [.. right.Cells.ToArray().Select((cell, index) => index % 2 == 0 ? cell + 1 : cell)]);
        return Written(sheet, sheet.Evaluate(new Dictionary<string, Tensor> { [first.Name.Text] = wrong }));
    }

    private static Answers Written(Worksheet sheet, Valuation values) => Answers.Of(
        from quantity in sheet.Quantities
        where quantity.IsBlank
        select KeyValuePair.Create(quantity.Name.Text, Texts(values[quantity.Name.Slot])));

    private static string?[] Texts(Tensor tensor) => tensor.Shape.Kind == ShapeKind.Size
        ? [$"{tensor[0]}x{tensor[1]}"]
        : [.. tensor.Cells.ToArray().Select(cell => cell.ToString())];
}
