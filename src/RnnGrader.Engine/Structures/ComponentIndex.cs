using RnnGrader.Engine.Worksheets;

namespace RnnGrader.Engine.Structures;

/// <summary>The components of a structural exercise by their ids, and the atoms that each implies.</summary>
internal sealed class ComponentIndex
{
    private readonly Dictionary<string, HashSet<string>> atoms = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> cellOf = new(StringComparer.Ordinal);
    private readonly HashSet<string> units = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Component> components = new(StringComparer.Ordinal);
    private readonly bool countsUnits;

    // In an unrolled network a weight stands for a link at every step: a cell is then no other name for one link, and is not listed.
    private readonly bool cellsAreLinks;

    public ComponentIndex(Difference difference)
    {
        var networks = difference.Networks.ToDictionary(entry => entry.Key, entry => new Network(entry.Value));
        countsUnits = difference.Selection == Selection.Components;
        cellsAreLinks = networks.Values.All(network => network.Links.DistinctBy(link => link.Cell).Count() == network.Links.Count);
        foreach (var network in networks.Values)
        {
            ReadUnits(network);
            ReadLinks(network);
        }

        ListGraph(networks[difference.GraphForm]);
        if (cellsAreLinks)
        {
            ListMatrices(networks[difference.MatrixForm]);
            if (difference.Kind == BlankKind.CrossedOut && difference.MatrixForm == difference.Of)
            {
                cellOf = networks[difference.Of].Links.ToDictionary(link => link.Id, link => link.Cell);
            }
        }
    }

    public IEnumerable<Component> Components => components.Values;

    public IReadOnlyCollection<string>? Imply(string id)
    {
        if (atoms.TryGetValue(id, out var implied))
        {
            return implied;
        }

        var ends = id.Split("->");
        return ends.Length != 2 || !units.Contains(ends[0]) || !units.Contains(ends[1]) ? null
            : atoms.TryGetValue($"{ends[1]}->{ends[0]}", out var reversed) ? reversed
            : [id];
    }

    public string NameOf(string atom) => cellOf.GetValueOrDefault(atom, atom);

    private static string VectorOf(string unit) => unit[..unit.LastIndexOf('[')];

    private void ReadUnits(Network network)
    {
        foreach (var layer in network.Layers)
        {
            foreach (var unit in layer.Units)
            {
                units.Add(unit);
                if (!countsUnits)
                {
                    continue;
                }

                Mean(unit, unit, layer.Name);
                if (cellsAreLinks && layer.BiasCells.TryGetValue(unit, out var bias))
                {
                    Mean(bias, bias, VectorOf(bias), unit, layer.Name);
                }
            }
        }
    }

    private void ReadLinks(Network network)
    {
        foreach (var link in network.Links)
        {
            Mean(link.Id, link.Id, link.From, link.To, VectorOf(link.From), VectorOf(link.To));
            if (cellsAreLinks)
            {
                Mean(link.Id, link.Cell, link.RowBlock, link.ColumnBlock, link.Matrix);
            }
        }
    }

    private void Mean(string atom, params ReadOnlySpan<string> ids)
    {
        foreach (var id in ids)
        {
            if (!atoms.TryGetValue(id, out var implied))
            {
                atoms[id] = implied = new(StringComparer.Ordinal);
            }

            implied.Add(atom);
        }
    }

    private void ListGraph(Network graph)
    {
        foreach (var layer in graph.Layers)
        {
            foreach (var unit in layer.Units)
            {
                List(new(unit, ComponentKind.Node, $"unit {unit}"));
            }

            List(new(layer.Name, ComponentKind.Block, $"the whole vector {layer.Name}"));
        }

        foreach (var link in graph.Links)
        {
            List(new(link.Id, ComponentKind.Link, $"link from {link.From} to {link.To}", link.From, link.To));
        }
    }

    private void ListMatrices(Network form)
    {
        foreach (var matrix in form.Links.GroupBy(link => link.Matrix))
        {
            var cells = matrix.OrderBy(link => link.Row).ThenBy(link => link.Column).ToArray();
            ListAll(cells, link => new(link.Cell, ComponentKind.Cell, FormattableString.Invariant($"cell of {link.Matrix}, row {link.Row + 1}, column {link.Column + 1}")));
            ListAll(cells, link => new(link.RowBlock, ComponentKind.Block, FormattableString.Invariant($"row {link.Row + 1} of {link.Matrix}")));
            ListAll(cells.OrderBy(link => link.Column), link => new(link.ColumnBlock, ComponentKind.Block, FormattableString.Invariant($"column {link.Column + 1} of {link.Matrix}")));
            List(new(matrix.Key, ComponentKind.Block, $"the whole matrix {matrix.Key}"));
        }

        foreach (var bias in form.Layers.SelectMany(layer => layer.BiasCells.Values).GroupBy(VectorOf))
        {
            foreach (var cell in bias)
            {
                List(new(cell, ComponentKind.Cell, $"bias {cell}"));
            }

            List(new(bias.Key, ComponentKind.Block, $"the whole bias {bias.Key}"));
        }
    }

    private void ListAll(IEnumerable<Link> links, Func<Link, Component> toComponent)
    {
        foreach (var link in links)
        {
            List(toComponent(link));
        }
    }

    // What implies nothing in this exercise, a unit where only links count that has none, is there all the same.
    private void List(Component component)
    {
        atoms.TryAdd(component.Id, new(StringComparer.Ordinal));
        components.TryAdd(component.Id, component);
    }
}
