using RnnGrader.Engine.Formulas;
using RnnGrader.Engine.Worksheets;
using static RnnGrader.Engine.Formulas.Words;

namespace RnnGrader.Exercises.Sizes;

/// <summary>An Elman RNN without numbers, of which only the sizes count: the sizes of its parameters follow from its formulas.</summary>
internal sealed record RnnSymbols(Name X, Name H, Name Y, Name W_hx, Name B_h, Name W_hh, Name W_yh, Name B_y)
{
    public IReadOnlyList<Name> Parameters => [W_hx, B_h, W_hh, W_yh, B_y];

    /// <summary>Writes the network with so many inputs, units and outputs; its names end in <paramref name="suffix"/>.</summary>
    public static RnnSymbols Write(WorksheetWriter sheet, Formula inputs, Formula units, Formula outputs, string suffix = "", bool hidden = false)
    {
        var x = sheet.Symbol($"x_t{suffix}", Role.Input, inputs, hidden);
        var before = sheet.Symbol($"h_{{t-1}}{suffix}", Role.State, units, hidden);
        var w_hx = sheet.Symbol($"W_hx{suffix}", Role.Weight, hidden: hidden);
        var w_hh = sheet.Symbol($"W_hh{suffix}", Role.RecurrentWeight, hidden: hidden);
        var b_h = sheet.Symbol($"b_h{suffix}", Role.Bias, hidden: hidden);
        var w_yh = sheet.Symbol($"W_yh{suffix}", Role.Weight, hidden: hidden);
        var b_y = sheet.Symbol($"b_y{suffix}", Role.Bias, hidden: hidden);
        var h = sheet.Compute($"h_t{suffix}", Role.State, ReLU(w_hx * x + w_hh * before + b_h), units, hidden);
        var y = sheet.Compute($"y_t{suffix}", Role.Output, w_yh * h + b_y, outputs, hidden);
        return new(x, h, y, w_hx, b_h, w_hh, w_yh, b_y);
    }
}
