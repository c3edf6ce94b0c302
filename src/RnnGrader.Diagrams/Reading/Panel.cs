using RnnGrader.Engine.Worksheets;

namespace RnnGrader.Diagrams.Reading;

/// <summary>Tiers of which each reads what the one before it gives in the same time step: they share the columns of vectors.</summary>
internal sealed class Panel
{
    private readonly List<Tier> tiers = [];
    private readonly Dictionary<int, (Tier Tier, int Column)> places = [];

    public IReadOnlyList<Tier> Tiers => tiers;

    public int Columns { get; private set; }

    public static IReadOnlyList<Panel> Of(IEnumerable<Tier> tiers)
    {
        var panels = new List<Panel>();
        foreach (var tier in tiers)
        {
            var panel = panels.Find(panel => panel.Feeds(tier));
            if (panel is null)
            {
                panels.Add(panel = new());
            }

            panel.Add(tier);
        }

        return panels;
    }

    public int ColumnOf(Pass pass) => places[pass.Result.Name.Slot].Column;

    /// <summary>The tier whose result stands above in the same column at every step and is read by these weights; null where the vector has cells of its own.</summary>
    public Tier? Above(Tier tier, WeightedRead weights)
    {
        var sources = tier.Passes.SelectMany(pass => pass.Reads.Where(read => read.Weights == weights.Weights).Select(read => (pass, read.Source))).ToArray();
        return sources.All(read => places.TryGetValue(read.Source.Name.Slot, out var place) && place.Tier != tier && place.Column == ColumnOf(read.pass))
            ? places[sources[0].Source.Name.Slot].Tier
            : null;
    }

    // What is carried over from another time step or network, by recurrent weights, starts columns of its own.
    private bool Feeds(Tier tier) => Fed(tier.Passes[0]) is not null;

    private Quantity? Fed(Pass pass) =>
        pass.Reads.FirstOrDefault(read => read.Weights.Role == Role.Weight && places.ContainsKey(read.Source.Name.Slot))?.Source;

    private void Add(Tier tier)
    {
        tiers.Add(tier);
        foreach (var (pass, step) in tier.Passes.Select((pass, step) => (pass, step)))
        {
            var column = tiers.Count > 1 && Fed(pass) is { } source ? places[source.Name.Slot].Column : step;
            places[pass.Result.Name.Slot] = (tier, column);
            Columns = Math.Max(Columns, column + 1);
        }
    }
}
