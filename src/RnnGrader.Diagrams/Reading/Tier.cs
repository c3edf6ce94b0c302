using RnnGrader.Engine.Worksheets;

namespace RnnGrader.Diagrams.Reading;

/// <summary>The passes that use the same weights: one for each time step.</summary>
internal sealed class Tier
{
    private readonly List<WeightedRead> weights = [];
    private readonly List<Pass> passes = [];

    /// <summary>Each weight matrix once, with the first vector that it reads.</summary>
    public IReadOnlyList<WeightedRead> Weights => weights;

    public IReadOnlyList<Pass> Passes => passes;

    public Quantity? Bias => passes[0].Bias;

    /// <summary>The tiers of these passes, in the order of their first.</summary>
    public static IReadOnlyList<Tier> Of(IEnumerable<Pass> passes)
    {
        var tiers = new List<Tier>();
        foreach (var pass in passes)
        {
            var tier = tiers.Find(tier => pass.Reads.Any(read => tier.Has(read.Weights)));
            if (tier is null)
            {
                tiers.Add(tier = new());
            }

            tier.Add(pass);
        }

        return tiers;
    }

    private bool Has(Quantity matrix) => weights.Exists(read => read.Weights.Name.Slot == matrix.Name.Slot);

    private void Add(Pass pass)
    {
        passes.Add(pass);
        weights.AddRange(pass.Reads.Where(read => !Has(read.Weights)));
    }
}
