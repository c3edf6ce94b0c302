using RnnGrader.Engine.Formulas;
using RnnGrader.Engine.Numbers;
using RnnGrader.Engine.Worksheets;
using RnnGrader.Grading.Reading;

namespace RnnGrader.Grading;

/// <summary>
/// Judges answers: a pure function of worksheet and answers. Each cell is compared with the reference, and where it differs with what follows
/// from the student's own earlier values, so that an error costs the cells in which it was made and no later one.
/// </summary>
public static class Grader
{
    /// <summary>Raised by any change that can change a verdict or a credit; every grade keeps the version that made it.</summary>
    public const int Version = 1;

    /// <summary>Never throws on what a student typed.</summary>
    public static Grade Grade(Worksheet sheet, Answers answers)
    {
        if (sheet.Difference is { } difference)
        {
            return SetGrader.Grade(difference, answers);
        }

        var own = new OwnValues(sheet);
        var cells = new List<GradedCell>();
        foreach (var quantity in sheet.Quantities)
        {
            if (quantity is { Definition: not null, IsSymbolic: false })
            {
                var expected = own.Expect(quantity);
                if (quantity.IsBlank)
                {
                    own.Put(quantity, Judge(quantity, expected, own, answers, cells));
                }
            }
        }

        return Sum(cells);
    }

    // Judges the cells of one blank and returns what the student's later cells are to be computed from: the student's own values, and what
    // follows from the earlier ones where a cell is empty or can't be read.
    private static Tensor Judge(Quantity blank, Expectation expected, OwnValues own, Answers answers, List<GradedCell> graded)
    {
        var reference = own.Diverged ? Expectation.Of(blank, own.Sheet.Reference) : expected;
        var isSize = blank.Shape.Kind == ShapeKind.Size;
        var values = expected.Value.Cells.ToArray();
        for (var cell = 0; cell < (isSize ? 1 : values.Length); cell++)
        {
            var text = answers.Cell(blank.Name.Text, cell);
            var reading = isSize ? SizeReader.Read(text) : NumberReader.Read(text);
            var (row, column) = isSize ? (0, 0) : (cell / blank.Shape.Columns, cell % blank.Shape.Columns);
            if (reading.HasValue)
            {
                values[cell] = reading.Value;
                if (isSize)
                {
                    values[1] = reading.Columns;
                }
            }

            var (verdict, feedback) =
                reading.Problem is { } problem ? (Verdict.Unreadable, problem)
                : !reading.HasValue ? (Verdict.Empty, null)
                : Accepts(reference, cell, reading, isSize) ? (Verdict.Correct, null)
                : !own.Diverged || !Accepts(expected, cell, reading, isSize) ? (Verdict.Wrong, null)
                : own.MakesEveryProductZero(blank, row, column) ? (Verdict.Wrong, "Your own earlier values make every product of this cell zero, so that there was nothing left to work out: look at them again.")
                : (Verdict.Carried, (string?)"Right for your own earlier values.");
            var value = !reading.HasValue ? null : isSize ? CellValue.Of(reading.Value, reading.Columns) : CellValue.Of(reading.Value);
            graded.Add(new(blank.Name.Text, row, column, null, text, value, verdict, verdict is Verdict.Correct or Verdict.Carried ? 1 : 0, Feedback: feedback));
        }

        return Tensor.Of(blank.Shape, values);
    }

    private static bool Accepts(Expectation expected, int cell, Reading.Reading reading, bool isSize) =>
        expected.Accepts(cell, reading.Value) && (!isSize || expected.Accepts(1, reading.Columns));

    private static Grade Sum(List<GradedCell> cells)
    {
        var (correct, carried) = (0, 0);
        foreach (var cell in cells)
        {
            correct += cell.Verdict == Verdict.Correct ? 1 : 0;
            carried += cell.Verdict == Verdict.Carried ? 1 : 0;
        }

        var right = correct + carried;
        return new((double)right / cells.Count, correct, carried, cells.Count, right == cells.Count, cells);
    }
}
