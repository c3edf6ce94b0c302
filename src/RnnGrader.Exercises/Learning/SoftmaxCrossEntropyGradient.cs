using RnnGrader.Engine.Numbers;
using RnnGrader.Engine.Worksheets;
using RnnGrader.Exercises.Drawing;
using static RnnGrader.Engine.Formulas.Words;

namespace RnnGrader.Exercises.Learning;

/// <summary>The gradient of softmax with cross-entropy by the logits, y_pred − y_target, with e^x read from a table of rounded values.</summary>
internal sealed class SoftmaxCrossEntropyGradient() : Exercise(
    20,
    "softmax-cross-entropy-gradient",
    "Gradient of softmax + cross-entropy",
    Level.Beginner,
    "Given the logits z, a one-hot target and a table of e^x, calculate the softmax and the gradient of the cross-entropy by z.")
{
    private static readonly Parameter Classes = Parameter.Range("classes", "The number of classes; by default drawn near nine, fewer when easy and more when hard.", ExponentSets.Least, ExponentSets.Most);

    private static readonly Parameter Sum = Parameter.Choice("sum", "What the exponentials add up to.", "any", ["any", .. ExponentSets.Totals.Select(total => FormattableString.Invariant($"{total}"))]);

    protected override IReadOnlyList<Parameter> OwnParameters => [Classes, Sum];

    protected override void Write(WorksheetWriter sheet, Draw draw)
    {
        sheet.Ask("Calculate the softmax of the logits z and the gradient of the cross-entropy loss by z. Read e^x from the table: x above, e^x rounded below. y_pred has two decimals.");
        var exponents = Exponents(draw);
        draw.Shuffle(exponents);
        var table = Tensor.Of(Shape.Matrix(2, ExponentSets.Rounded.Length), [.. Numbers(Enumerable.Range(0, ExponentSets.Rounded.Length)), .. Numbers(ExponentSets.Rounded)]);

        var z = sheet.Given("z", Role.Logits, Tensor.Vector(Numbers(exponents)), Domain.Integers(0, ExponentSets.Rounded.Length - 1));
        var target = sheet.Given("y_target", Role.Target, draw.OneHot(exponents.Length), Domain.OneHot);
        var e = sheet.Given("exp_table", Role.Table, table, Domain.Fixed);

        var exp = sheet.Blank("exp_z", Role.Exponential, Lookup(e, z));
        var sum = sheet.Blank("sum", Role.Exponential, Total(exp));
        var predicted = sheet.Blank("y_pred", Role.Probability, Round(exp / sum, 2));
        sheet.Blank("grad_z", Role.Gradient, predicted - target);
    }

    internal override string? Objection(Settings settings) => Fitting(settings).Length > 0
        ? null
        : $"No {settings.Number(Classes)} classes of at least three different exponents add up to {settings.Choice(Sum)}: choose another sum, or another number of classes.";

    // Nine classes and 100 are the usual case: as often as all others together.
    private static int[] Exponents(Draw draw)
    {
        var fitting = Fitting(draw.Settings);
        var mostUsual = fitting.Where(exponents => exponents.Length == Usual(draw.Settings) && ExponentSets.Total(exponents) == 100).ToArray();
        return [.. draw.PickOnce(mostUsual.Length == 0 ? fitting : [.. fitting, .. Enumerable.Range(0, fitting.Length).Select(i => mostUsual[i % mostUsual.Length])])];
    }

    private static int[][] Fitting(Settings settings)
    {
        var (classes, usual, sum) = (settings.Number(Classes), Usual(settings), settings.Choice(Sum));
        return [.. ExponentSets.All
            .Where(exponents => classes is null ? Math.Abs(exponents.Length - usual) <= usual / 8 : exponents.Length == classes)
            .Where(exponents => sum == "any" || FormattableString.Invariant($"{ExponentSets.Total(exponents)}") == sum)];
    }

    private static int Usual(Settings settings) => settings.Difficulty switch { "easy" => 6, "hard" => 11, _ => 9 };

    private static Number[] Numbers(IEnumerable<int> integers) => [.. integers.Select(integer => (Number)integer)];
}
