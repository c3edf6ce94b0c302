using RnnGrader.Engine.Formulas;
using RnnGrader.Engine.Numbers;
using RnnGrader.Engine.Worksheets;
using static RnnGrader.Engine.Formulas.Words;

namespace RnnGrader.Tests;

/// <summary>Small worksheets to work by hand.</summary>
internal static class Sheets
{
    /// <summary>a = [1; 3], W = [1 1; 0 2], b = [−1; −9]; h = ReLU(W·a + b) = [3; 0]; y = [2 1]·h = [6].</summary>
    public static Worksheet Layer()
    {
        var sheet = new WorksheetWriter();
        var a = sheet.Given("a", Role.Input, Tensor.Vector(1, 3));
        var w = sheet.Given("W", Role.Weight, Tensor.Of(Shape.Matrix(2, 2), 1, 1, 0, 2));
        var b = sheet.Given("b", Role.Bias, Tensor.Vector(-1, -9));
        var v = sheet.Given("V", Role.Weight, Tensor.Of(Shape.Matrix(1, 2), 2, 1));
        var h = sheet.Blank("h", Role.State, ReLU(w * a + b));
        sheet.Blank("y", Role.Output, v * h);
        return sheet.Finish();
    }

    /// <summary>
    /// One step of an RNN: W_hx · x_1 = [7; 5; −4], W_hh · h_0 = [3; 1; 2], b_h = [−1; 2; −1], so that h_1 = [9; 8; 0]; y_1 = [9 − 8 + 1; 8 − 2] = [2; 6].
    /// </summary>
    public static Worksheet Step()
    {
        var sheet = new WorksheetWriter();
        var x = sheet.Given("x_1", Role.Input, Tensor.Vector(1, 3, 2));
        var h0 = sheet.Given("h_0", Role.State, Tensor.Vector(1, 1, 2));
        var w_hx = sheet.Given("W_hx", Role.Weight, Tensor.Of(Shape.Matrix(3, 3), 1, 2, 0, 0, 1, 1, 2, 0, -3));
        var w_hh = sheet.Given("W_hh", Role.RecurrentWeight, Tensor.Of(Shape.Matrix(3, 3), 1, 0, 1, 0, 1, 0, 1, 1, 0));
        var b_h = sheet.Given("b_h", Role.Bias, Tensor.Vector(-1, 2, -1));
        var w_yh = sheet.Given("W_yh", Role.Weight, Tensor.Of(Shape.Matrix(2, 3), 1, -1, 0, 0, 1, 2));
        var b_y = sheet.Given("b_y", Role.Bias, Tensor.Vector(1, -2));
        var h = sheet.Blank("h_1", Role.State, ReLU(w_hx * x + w_hh * h0 + b_h));
        sheet.Blank("y_1", Role.Output, w_yh * h + b_y);
        return sheet.Finish();
    }

    /// <summary>One number, <c>n</c>, whose right value is this.</summary>
    public static Worksheet Number(Number value)
    {
        var sheet = new WorksheetWriter();
        sheet.Blank("n", Role.Other, sheet.Given("a", Role.Other, Tensor.Scalar(value)) + 0);
        return sheet.Finish();
    }

    /// <summary>p = round(a / 101, 2), then g = p − 1.</summary>
    public static Worksheet Rounded(int dividend)
    {
        var sheet = new WorksheetWriter();
        var a = sheet.Given("a", Role.Other, Tensor.Scalar(dividend));
        var p = sheet.Blank("p", Role.Probability, Round(a / 101, 2));
        sheet.Blank("g", Role.Gradient, p - 1);
        return sheet.Finish();
    }

    /// <summary>The size of W in h = W · x + b with x of 3 and h of 4 rows, the size of b, and the number of both's parameters.</summary>
    public static Worksheet Sizes()
    {
        var sheet = new WorksheetWriter();
        var x = sheet.Symbol("x", Role.Input, 3);
        var w = sheet.Symbol("W", Role.Weight);
        var b = sheet.Symbol("b", Role.Bias);
        sheet.Compute("h", Role.State, w * x + b, rows: 4);
        var sizeW = sheet.Blank("size_W", Role.Size, Size(w));
        var sizeB = sheet.Blank("size_b", Role.Size, Size(b));
        sheet.Blank("count", Role.Size, Parameters(sizeW, sizeB));
        return sheet.Finish();
    }
}
