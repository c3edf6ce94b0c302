namespace RnnGrader.Engine.Structures;

/// <summary>What a selection takes of a network.</summary>
internal static class Selections
{
    /// <summary>The ids of the network's atoms, in its order.</summary>
    public static IEnumerable<string> AtomsOf(this Selection selection, Network network)
    {
        var links = network.Links.Select(link => link.Id);
        return selection == Selection.Links
            ? links
            : network.Layers.SelectMany(layer => layer.Units).Concat(network.Layers.SelectMany(layer => layer.BiasCells.Values)).Concat(links).Distinct();
    }
}
