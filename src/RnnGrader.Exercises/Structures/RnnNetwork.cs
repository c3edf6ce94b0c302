using RnnGrader.Engine.Formulas;
using RnnGrader.Engine.Numbers;
using RnnGrader.Engine.Structures;
using RnnGrader.Engine.Worksheets;
using static RnnGrader.Engine.Formulas.Words;

namespace RnnGrader.Exercises.Structures;

/// <summary>One step of an RNN of so many units as a network without numbers.</summary>
internal sealed record RnnNetwork(int Inputs, int Units, int Outputs)
{
    /// <summary>All cells that its matrix form has room for.</summary>
    public int Cells => (Units * (Inputs + Units)) + (Outputs * Units);

    /// <summary>The network with all its links, or with only those that the mask leaves it.</summary>
    public Worksheet Write(RnnMask? mask = null)
    {
        var sheet = new WorksheetWriter();
        var x = sheet.Symbol("x_1", Role.Input, Inputs);
        var before = sheet.Symbol("h_0", Role.State, Units);
        var w_hx = sheet.Symbol("W_hx", Role.Weight);
        var w_hh = sheet.Symbol("W_hh", Role.RecurrentWeight);
        var w_yh = sheet.Symbol("W_yh", Role.Weight);
        var h = sheet.Compute("h_1", Role.State, ReLU(w_hx * x + w_hh * before), rows: Units);
        var y = sheet.Compute("y_1", Role.Output, w_yh * h, rows: Outputs);
        if (mask is not null)
        {
            sheet.Mask(w_hx, mask.W_hx);
            sheet.Mask(w_hh, mask.W_hh);
            sheet.Mask(w_yh, mask.W_yh);
            sheet.Mask(x, mask.X);
            sheet.Mask(before, mask.H);
            sheet.Mask(h, mask.H);
            sheet.Mask(y, mask.Y);
        }

        return sheet.Finish();
    }

    /// <summary>The network with biases, and with or without what comes from the state before.</summary>
    public Worksheet WriteWithBiases(bool recurrent)
    {
        var sheet = new WorksheetWriter();
        var x = sheet.Symbol("x_1", Role.Input, Inputs);
        var w_hx = sheet.Symbol("W_hx", Role.Weight);
        var b_h = sheet.Symbol("b_h", Role.Bias);
        var w_yh = sheet.Symbol("W_yh", Role.Weight);
        var b_y = sheet.Symbol("b_y", Role.Bias);
        Formula sum = w_hx * x;
        if (recurrent)
        {
            var before = sheet.Symbol("h_0", Role.State, Units);
            sum += sheet.Symbol("W_hh", Role.RecurrentWeight) * before;
        }

        var h = sheet.Compute("h_1", Role.State, ReLU(sum + b_h), rows: Units);
        sheet.Compute("y_1", Role.Output, w_yh * h + b_y, rows: Outputs);
        return sheet.Finish();
    }

    public static RnnNetwork Of(Settings settings) =>
        new(settings.Number(Parameter.Input)!.Value, settings.Number(Parameter.Hidden)!.Value, settings.Number(Parameter.Output)!.Value);

    /// <summary>What the first network has and the second has not, of their links.</summary>
    public static Difference LinksOf(string blank, BlankKind kind, (string Name, Worksheet Network) of, (string Name, Worksheet Network) without, bool matrixFirst) => new()
    {
        Blank = blank,
        Kind = kind,
        Selection = Selection.Links,
        Networks = new Dictionary<string, Worksheet> { [of.Name] = of.Network, [without.Name] = without.Network },
        Of = of.Name,
        Without = without.Name,
        MatrixForm = matrixFirst ? of.Name : without.Name,
        GraphForm = matrixFirst ? without.Name : of.Name,
    };
}
