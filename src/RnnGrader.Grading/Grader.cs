using RnnGrader.Engine.Numbers;
using RnnGrader.Engine.Worksheets;
using RnnGrader.Grading.Explaining;
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
    public static Grade Grade(Worksheet sheet, Answers answers) => Grade(sheet, answers, GradingRules.Default);

    /// <summary>Never throws on what a student typed.</summary>
    public static Grade Grade(Worksheet sheet, Answers answers, GradingRules rules)
    {
        if (sheet.Difference is { } difference)
        {
            return SetGrader.Grade(difference, answers);
        }

        var own = new OwnValues(sheet);
        var blanks = new List<MarkedBlank>(sheet.Blanks.Count);
        var (wrong, working) = (false, false);
        foreach (var quantity in sheet.Quantities)
        {
            if (quantity is { Definition: not null, IsSymbolic: false })
            {
                var expected = own.Expect(quantity);
                if (quantity.IsBlank)
                {
                    var marks = new Mark[quantity.Shape.Kind == ShapeKind.Size ? 1 : quantity.Shape.Cells];
                    own.Put(quantity, Judge(quantity, expected, own, answers, marks));
                    blanks.Add(new(quantity, expected.Value, marks));
                    foreach (var mark in marks)
                    {
                        wrong |= mark.Verdict == Verdict.Wrong;
                        working |= mark.Reading.Working is not null;
                    }
                }
            }
        }

        if (wrong || working)
        {
            Diagnosis.Explain(sheet, own.Values, blanks);
        }

        return Sum(blanks, wrong, rules);
    }

    // Judges the cells of one blank and returns what the student's later cells are to be computed from: the student's own values, and what
    // follows from the earlier ones where a cell is empty or can't be read.
    private static Tensor Judge(Quantity blank, Expectation expected, OwnValues own, Answers answers, Mark[] marks)
    {
        var reference = own.Diverged ? Expectation.Of(blank, own.Sheet.Reference) : expected;
        var isSize = blank.Shape.Kind == ShapeKind.Size;
        var values = expected.Value.Cells.ToArray();
        for (var cell = 0; cell < marks.Length; cell++)
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

            var isEmptied = false;
            var (verdict, feedback) =
                reading.Problem is { } problem ? (Verdict.Unreadable, problem)
                : !reading.HasValue ? (Verdict.Empty, null)
                : Accepts(reference, cell, reading, isSize) ? (Verdict.Correct, null)
                : !own.Diverged || !Accepts(expected, cell, reading, isSize) ? (Verdict.Wrong, null)
                : (isEmptied = own.MakesEveryProductZero(blank, row, column)) ? (Verdict.Wrong, "Your own earlier values make every product of this cell zero, so that there was nothing left to work out: look at them again.")
                : (Verdict.Carried, (string?)"Right for your own earlier values.");
            marks[cell] = new(row, column, text, reading, verdict) { Feedback = feedback, IsExplained = feedback is not null, IsEmptied = isEmptied };
        }

        return Tensor.Of(blank.Shape, values);
    }

    private static bool Accepts(Expectation expected, int cell, Reading.Reading reading, bool isSize) =>
        expected.Accepts(cell, reading.Value) && (!isSize || expected.Accepts(1, reading.Columns));

    private static Grade Sum(List<MarkedBlank> blanks, bool wrong, GradingRules rules)
    {
        var (correct, carried) = (0, 0);
        var cells = new List<GradedCell>();
        foreach (var blank in blanks)
        {
            foreach (var mark in blank.Marks)
            {
                correct += mark.Verdict == Verdict.Correct ? 1 : 0;
                carried += mark.Verdict == Verdict.Carried ? 1 : 0;
                var earned = mark.Verdict == Verdict.Correct || (mark.Verdict == Verdict.Carried && rules.CreditsCarried);
                cells.Add(new(blank.Quantity.Name.Text, mark.Row, mark.Column, null, mark.Text, mark.Value(blank.IsSize), mark.Verdict, earned ? 1 : 0, mark.Slip, mark.Suggestion, mark.Feedback));
            }
        }

        var right = correct + (rules.CreditsCarried ? carried : 0);
        return new(
            (double)right / cells.Count,
            correct,
            carried,
            cells.Count,
            right == cells.Count,
            cells,
            wrong ? Summary.Errors(blanks) : 0,
            wrong ? Summary.First(blanks) : null);
    }
}
