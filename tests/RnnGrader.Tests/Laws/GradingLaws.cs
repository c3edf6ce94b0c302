using CsCheck;
using RnnGrader.Engine.Formulas;
using RnnGrader.Engine.Numbers;
using RnnGrader.Engine.Worksheets;
using RnnGrader.Grading;

namespace RnnGrader.Tests.Laws;

/// <summary>What holds for grading every exercise.</summary>
public sealed class GradingLaws
{
    [Theory, MemberData(nameof(Drawn.Exercises), MemberType = typeof(Drawn))]
    public void The_references_answers_score_1_also_when_graded_without_the_catalogue(string slug)
    {
        foreach (var sheet in Drawn.Of(slug))
        {
            var grade = Answering.Grade(WorksheetJson.Read(WorksheetJson.Write(sheet)), Answering.Reference(sheet));
            Assert.True(grade is { Score: 1, Complete: true });
            Assert.All(grade.Cells, cell => Assert.Equal(Verdict.Correct, cell.Verdict));
        }
    }

    [Theory, MemberData(nameof(Drawn.Exercises), MemberType = typeof(Drawn))]
    public void Nothing_submitted_scores_0(string slug)
    {
        foreach (var sheet in Drawn.Of(slug))
        {
            var grade = Grader.Grade(sheet, Answers.None);
            Assert.True(grade is { Score: 0, Correct: 0, Carried: 0, Complete: false });
        }
    }

    [Theory, MemberData(nameof(Drawn.Exercises), MemberType = typeof(Drawn))]
    public void One_wrong_cell_never_scores_1_and_costs_that_cell_alone(string slug)
    {
        for (var seed = 0; seed < Drawn.Seeds; seed++)
        {
            var sheet = Drawn.Of(slug)[seed];
            var texts = Answering.Reference(sheet);
            if (sheet.Difference is not null)
            {
                return;
            }

            var blank = texts.Keys.ElementAt(seed % texts.Count);
            var cell = seed % texts[blank].Length;
            texts[blank][cell] = texts[blank][cell]!.Contains('x', StringComparison.Ordinal) ? "77x77" : "98765";
            var grade = Answering.Grade(sheet, texts);
            Assert.True(grade.Score < 1);
            Assert.Equal(Verdict.Wrong, grade.Cells.Single(graded => graded.Given == texts[blank][cell]).Verdict);
        }
    }

    [Theory, MemberData(nameof(Drawn.Exercises), MemberType = typeof(Drawn))]
    public void A_carried_error_costs_one_cell(string slug)
    {
        var withoutLoss = 0;
        for (var seed = 0; seed < Drawn.Seeds; seed++)
        {
            var sheet = Drawn.Of(slug)[seed];
            if (sheet.Quantities.FirstOrDefault(quantity => quantity.IsBlank) is not { Shape.Kind: not ShapeKind.Size } first)
            {
                return;
            }

            // One unit more in a cell of the first blank, and worked on correctly from there.
            var wrong = sheet.Reference[first.Name.Slot].Cells.ToArray();
            wrong[seed % wrong.Length] += 1;
            var own = sheet.Evaluate(new Dictionary<string, Tensor> { [first.Name.Text] = Tensor.Of(first.Shape, wrong) });
            var texts = sheet.Quantities.Where(quantity => quantity.IsBlank).ToDictionary(quantity => quantity.Name.Text, quantity => Answering.Texts(own[quantity.Name.Slot]));
            var grade = Answering.Grade(sheet, texts);
            var emptied = sheet.Quantities.Where(quantity => quantity.IsBlank).Sum(blank => Enumerable.Range(0, blank.Shape.Cells).Count(cell => LosesItsProducts(sheet, own, blank, cell)));
            Assert.Equal(grade.Total - 1 - emptied, grade.Correct + grade.Carried);
            Assert.Equal(Verdict.Wrong, grade.Cells[seed % wrong.Length].Verdict);
            withoutLoss += emptied == 0 ? 1 : 0;
        }

        Assert.InRange(withoutLoss, Drawn.Seeds * 9 / 10, Drawn.Seeds);
    }

    [Theory, MemberData(nameof(Drawn.Exercises), MemberType = typeof(Drawn))]
    public void Nothing_that_is_typed_makes_grading_throw(string slug)
    {
        var sheets = Drawn.Of(slug);
        var cell = Gen.OneOf(Gen.String, Gen.String[Gen.Char["0123456789+-−*/().,=>→x× \t\u00a0eE^{}[]'\"\0½²"], 0, 200], Gen.Int.Select(number => number.ToString(System.Globalization.CultureInfo.InvariantCulture)));
        Gen.Select(Gen.Int[0, sheets.Length - 1], cell.Array[64]).Sample(
            (seed, texts) =>
            {
                var sheet = sheets[seed];
                var next = 0;
                var answers = sheet.Blanks.ToDictionary(blank => blank.Name, blank => Enumerable.Range(0, blank.Rows * blank.Columns).Select(_ => (string?)texts[next++ % texts.Length]).ToArray());
                var grade = Answering.Grade(sheet, sheet.Difference is null ? answers : new() { [sheet.Difference.Blank] = texts });
                Assert.InRange(grade.Score, 0, 1);
            },
            iter: 300);
    }

    [Theory, MemberData(nameof(Drawn.Exercises), MemberType = typeof(Drawn))]
    public void No_order_of_JSON_members_matters(string slug)
    {
        foreach (var sheet in Drawn.Of(slug).Take(50))
        {
            var members = Answering.Reference(sheet).Select(blank => $"\"{blank.Key}\": [{string.Join(", ", blank.Value.Select(text => $"\"{text}\""))}]").ToArray();
            var straight = Answering.GradeJson(sheet, $"{{{string.Join(", ", members)}}}");
            var reversed = Answering.GradeJson(sheet, $"{{{string.Join(", ", members.Reverse())}}}");
            Assert.Equal(straight.Cells, reversed.Cells);
            Assert.Equal(1, straight.Score);
        }
    }

    // The guard: a cell that the error leaves nothing to multiply in is not carried, where it would otherwise be right for free.
    private static bool LosesItsProducts(Worksheet sheet, Valuation own, Quantity blank, int cell) =>
        own[blank.Name.Slot][cell] != sheet.Reference[blank.Name.Slot][cell] && !HasProducts(own, blank, cell) && HasProducts(sheet.Reference, blank, cell);

    private static bool HasProducts(Valuation values, Quantity blank, int cell)
    {
        var terms = new List<Term>();
        blank.Definition!.Core.Terms(values, cell / blank.Shape.Columns, cell % blank.Shape.Columns, false, terms);
        return terms.Exists(term => term is { Kind: TermKind.Product, IsZero: false });
    }
}
