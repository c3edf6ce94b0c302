using RnnGrader.Diagrams.Marks;
using RnnGrader.Diagrams.Reading;
using RnnGrader.Engine.Worksheets;

namespace RnnGrader.Diagrams.Layout;

/// <summary>
/// Places the tiers of a panel below each other, as in the workbook: the weights end at x = 0, the columns of vectors stand right of them, what a
/// tier reads above what it gives.
/// </summary>
internal sealed class PanelLayout(Panel panel, Blocks blocks, HashSet<int> placed)
{
    private const double Gap = 12;
    private const double FirstColumn = 18;

    private readonly Dictionary<int, double> tops = [];

    /// <summary>Draws the panel and returns where it ends.</summary>
    public double Place(double top)
    {
        var pitch = Math.Max(Blocks.Cell, panel.Tiers.SelectMany(Names).Max(name => Rendering.Script.Width(name, Blocks.NameSize))) + 12;
        var y = top;
        foreach (var tier in panel.Tiers)
        {
            var weights = Ordered(tier);
            foreach (var read in weights.Where(read => panel.Above(tier, read) is null))
            {
                y += Blocks.NameRoom;
                foreach (var pass in tier.Passes)
                {
                    if (pass.Reads.FirstOrDefault(other => other.Weights == read.Weights)?.Source is { } source)
                    {
                        blocks.Vector(source, X(pass), y, isCopy: source.Definition is not null || !placed.Add(source.Name.Slot));
                    }
                }

                y += blocks.Height(read.Source);
            }

            if (tier.Bias is not null)
            {
                y += 6;
                foreach (var pass in tier.Passes)
                {
                    blocks.One(X(pass), y);
                }

                y += Blocks.Cell;
            }

            y += blocks.MatrixNameRoom + 2;
            Weights(tier, weights, y);
            foreach (var pass in tier.Passes)
            {
                placed.Add(pass.Result.Name.Slot);
                blocks.Vector(pass.Result, X(pass), y);
            }

            y += blocks.Height(tier.Passes[0].Result);
        }

        return y;

        double X(Pass pass) => FirstColumn + (panel.ColumnOf(pass) * pitch);
    }

    private static IEnumerable<string> Names(Tier tier) =>
        tier.Passes.SelectMany(pass => pass.Reads.Select(read => read.Source.Name.Text).Append(pass.Result.Name.Text));

    // What stands right above the tier is read by the weights at the left.
    private WeightedRead[] Ordered(Tier tier) => [.. tier.Weights.OrderBy(read => panel.Above(tier, read) is null)];

    private void Weights(Tier tier, WeightedRead[] weights, double y)
    {
        var x = 0.0;
        if (tier.Bias is { } bias)
        {
            x -= Blocks.Cell;
            blocks.Bias(bias, x, y);
            x -= Gap;
        }

        foreach (var read in weights.Reverse())
        {
            x -= blocks.Width(read.Weights);
            blocks.Matrix(read.Weights, Tints.Of(read.Source.Role), x, y);
            x -= blocks.RowIndexRoom + Gap;
        }
    }
}
