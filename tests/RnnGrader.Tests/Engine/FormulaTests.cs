using CsCheck;
using RnnGrader.Engine.Formulas;
using RnnGrader.Engine.Numbers;
using RnnGrader.Engine.Worksheets;
using static RnnGrader.Engine.Formulas.Words;

namespace RnnGrader.Tests.Engine;

public sealed class FormulaTests
{
    private static readonly Name A = new("a", 0);
    private static readonly Name B = new("b_{t-1}", 1);
    private static readonly Name S = new("s'", 2);
    private static readonly Dictionary<string, Name> Names = new() { ["a"] = A, ["b_{t-1}"] = B, ["s'"] = S };

    [Theory]
    [InlineData("−2 · a")]
    [InlineData("a − (a + b_{t-1})", "a − a − b_{t-1}")]
    [InlineData("2 · (−3)")]
    [InlineData("a · (b_{t-1} · a)")]
    [InlineData("a · b_{t-1} ⊙ a / 2")]
    [InlineData("(a + b_{t-1}) / s'")]
    [InlineData("round(exp(a) / total(exp(a)), 2)")]
    [InlineData("lookup(a, b_{t-1})")]
    [InlineData("onehot(s', 3) − size(a) + parameters(a, b_{t-1})")]
    [InlineData("((a))", "a")]
    [InlineData("+a", "a")]
    [InlineData("a*b_{t-1}", "a · b_{t-1}")]
    public void A_formula_is_printed_as_on_paper_and_read_back(string text, string? printed = null) => Assert.Equal(printed ?? text, Parse(text).ToString());

    [Fact]
    public void Any_formula_survives_being_printed_and_read() => AnyFormula().Sample(formula =>
    {
        Assert.True(FormulaParser.TryParse(formula.ToString(), Names, out var read, out var problem), $"{formula}: {problem}");
        Assert.Equal(formula.ToString(), read.ToString());
    });

    [Fact]
    public void A_minus_before_a_product_belongs_to_the_product_on_paper_and_to_the_factor_in_CSharp()
    {
        Assert.Equal("−a · b_{t-1}", (-(A * B)).ToString());
        Assert.Equal("(−a) · b_{t-1}", (-A * B).ToString());
    }

    [Theory]
    [InlineData("c", "'c'")]
    [InlineData("a +", "missing")]
    [InlineData("round(a, s')", "'round'")]
    [InlineData("round(a, 99)", "'round'")]
    [InlineData("size(2)", "'size'")]
    [InlineData("frobnicate(a)", "'frobnicate'")]
    [InlineData("a b", "can't be read")]
    [InlineData("", "nothing")]
    public void What_is_no_formula_says_why(string text, string says)
    {
        Assert.False(FormulaParser.TryParse(text, Names, out _, out var problem));
        Assert.Contains(says, problem, StringComparison.Ordinal);
    }

    [Fact]
    public void A_cell_lists_its_terms()
    {
        var sheet = Sheets.Layer();
        var terms = new List<Term>();
        sheet.Find("h")!.Definition!.Core.Terms(sheet.Reference, 1, 0, false, terms);
        Assert.Equal(["0·1", "2·3", "(−9)"], terms.Select(term => term.ToString()));
        Assert.Equal([0, 6, -9], terms.Select(term => (int)term.Value.Numerator));
    }

    [Fact]
    public void A_one_by_one_matrix_is_not_a_scalar()
    {
        var sheet = new WorksheetWriter();
        var one = sheet.Given("one", Role.Other, Tensor.Of(Shape.Matrix(1, 1), 2));
        var v = sheet.Given("v", Role.Other, Tensor.Vector(1, 2, 3));
        Assert.Throws<ShapeException>(() => sheet.Blank("y", Role.Other, one * v));
        Assert.Throws<ShapeException>(() => sheet.Blank("y", Role.Other, v / one));
        sheet.Blank("y", Role.Other, v / Total(v));
    }

    [Theory]
    [InlineData("W · v", "W is 2×2", "v is 3×1")]
    [InlineData("v + W", "W is 2×2", "3×1")]
    [InlineData("v ⊙ W", "W is 2×2", "3×1")]
    [InlineData("v / v", "v is 3×1", "number")]
    [InlineData("lookup(v, W)", "v is 3×1", "two rows")]
    [InlineData("onehot(v, 3)", "v is 3×1", "number")]
    [InlineData("size(total(v))", "'size'", "word")]
    public void Shapes_that_do_not_fit_are_named_when_the_formula_is_written(string formula, params string[] says)
    {
        var sheet = new WorksheetWriter();
        sheet.Given("W", Role.Weight, Tensor.Of(Shape.Matrix(2, 2), 1, 0, 0, 1));
        sheet.Given("v", Role.Input, Tensor.Vector(1, 2, 3));
        var message = FormulaParser.TryParse(formula, sheet.Names, out var parsed, out var problem)
            ? Assert.Throws<ShapeException>(() => sheet.Blank("y", Role.Other, parsed)).Message
            : problem;
        Assert.All(says, part => Assert.Contains(part, message, StringComparison.Ordinal));
    }

    [Fact]
    public void Sizes_follow_from_the_formulas_forwards_and_backwards()
    {
        var sheet = new WorksheetWriter();
        var x = sheet.Symbol("x", Role.Input);
        var w1 = sheet.Symbol("W_1", Role.Weight);
        var w2 = sheet.Symbol("W_2", Role.Weight);
        var h = sheet.Compute("h", Role.State, w1 * x, rows: 4);
        sheet.Compute("y", Role.Output, w2 * h + sheet.Given("b", Role.Bias, Tensor.Vector(1, 2)));
        sheet.Compute("z", Role.Output, sheet.Given("V", Role.Weight, Tensor.Of(Shape.Matrix(1, 3), 1, 1, 1)) * x);
        Assert.Equal(["3×1", "4×3", "2×4"], sheet.Finish().Quantities.Where(quantity => quantity.IsSymbolic && quantity.Definition is null).Select(quantity => quantity.Shape.ToString()));
    }

    [Fact]
    public void A_size_that_follows_from_nothing_is_named()
    {
        var sheet = new WorksheetWriter();
        sheet.Compute("h", Role.State, sheet.Symbol("W", Role.Weight) * sheet.Symbol("x", Role.Input), rows: 4);
        Assert.Contains("W", Assert.Throws<ShapeException>(() => sheet.Finish()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Evaluating_with_a_tensor_replaced_changes_what_follows_from_it()
    {
        var sheet = Sheets.Layer();
        var values = sheet.Evaluate(new Dictionary<string, Tensor> { ["h"] = Tensor.Vector(4, 1) });
        Assert.Equal("[9]", values[sheet.Find("y")!.Name.Slot].ToString());
        Assert.Equal("[6]", sheet.Reference[sheet.Find("y")!.Name.Slot].ToString());
    }

    [Fact]
    public void Softmax_of_its_pieces_adds_up_to_one()
    {
        var sheet = new WorksheetWriter();
        var z = sheet.Given("z", Role.Logits, Tensor.Vector(1, 2, -1));
        var e = sheet.Compute("e", Role.Exponential, Round(Exp(z), 9));
        sheet.Blank("one", Role.Other, Total(e / Total(e)));
        Assert.Equal("[1]", sheet.Finish().Reference[2].ToString());
    }

    private static Formula Parse(string text) => FormulaParser.TryParse(text, Names, out var formula, out var problem) ? formula : throw new FormatException(problem);

    private static Gen<Formula> AnyFormula() => Gen.Recursive<Formula>((depth, inner) => depth > 4
        ? Gen.OneOf(Gen.Const<Formula>(A), Gen.Const<Formula>(B), Gen.Const<Formula>(S), Gen.Const<Formula>(3))
        : Gen.OneOf(
            Gen.OneOf(Gen.Const<Formula>(A), Gen.Const<Formula>(B), Gen.Const<Formula>(S)),
            Gen.Int[-9, 9].Select(number => Literal.Of(number)),
            Gen.Select(inner, inner).Select((a, b) => a + b),
            Gen.Select(inner, inner).Select((a, b) => a - b),
            Gen.Select(inner, inner).Select((a, b) => a * b),
            Gen.Select(inner, inner).Select((a, b) => a / b),
            Gen.Select(inner, inner).Select(Elementwise),
            Gen.Select(inner, inner).Select(Lookup),
            inner.Select(a => -a),
            inner.Select(ReLU),
            inner.Select(Tanh),
            inner.Select(Total),
            inner.Select(a => Round(a, 2)),
            inner.Select(a => OneHot(a, 4))));
}
