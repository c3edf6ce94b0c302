using RnnGrader.Engine.Formulas;
using RnnGrader.Engine.Numbers;
using RnnGrader.Engine.Worksheets;
using static RnnGrader.Engine.Formulas.Words;

namespace RnnGrader.Exercises.Structures;

/// <summary>An RNN over several time steps as a network without numbers; its weights are the same at every step.</summary>
internal static class UnrolledRnn
{
    public static Worksheet Write(RnnNetwork size, int steps, Func<int, bool> hasInput, Func<int, bool> hasOutput)
    {
        var sheet = new WorksheetWriter();
        var w_hx = Weights(sheet, "W_hx", Role.Weight, size.Units, size.Inputs);
        var w_hh = Weights(sheet, "W_hh", Role.RecurrentWeight, size.Units, size.Units);
        var w_yh = Weights(sheet, "W_yh", Role.Weight, size.Outputs, size.Units);
        Name? before = null;
        for (var t = 1; t <= steps; t++)
        {
            var terms = new List<SignedTerm>();
            if (hasInput(t))
            {
                terms.Add(new(false, w_hx * sheet.Symbol($"x_{t}", Role.Input, size.Inputs)));
            }

            if (before is not null)
            {
                terms.Add(new(false, w_hh * before));
            }

            before = sheet.Compute($"h_{t}", Role.State, ReLU(Sum.Of(terms)), rows: size.Units);
            if (hasOutput(t))
            {
                sheet.Compute($"y_{t}", Role.Output, w_yh * before, rows: size.Outputs);
            }
        }

        return sheet.Finish();
    }

    // With its size said: that of a weight that no step uses would follow from nothing.
    private static Name Weights(WorksheetWriter sheet, string name, Role role, int rows, int columns)
    {
        var weights = sheet.Symbol(name, role);
        sheet.Mask(weights, Tensor.Of(Shape.Matrix(rows, columns), [.. Enumerable.Repeat(Number.One, rows * columns)]));
        return weights;
    }
}
