using RnnGrader.Engine.Worksheets;

namespace RnnGrader.Engine.Structures;

/// <summary>
/// A structural exercise: two networks, of which one is drawn as a matrix form and one as a graph, and a blank for what the one has and the other
/// has not. What counts are atoms: links, and where whole components are asked for also units and bias cells. The reference is computed from the
/// networks, never listed.
/// </summary>
public sealed class Difference
{
    private readonly Lazy<IReadOnlyList<string>> reference;
    private readonly Lazy<ComponentIndex> index;

    public Difference()
    {
        reference = new(() => [.. Selection.AtomsOf(new(Networks![Of!])).Except(Selection.AtomsOf(new(Networks[Without!])))]);
        index = new(() => new(this));
    }

    /// <summary>The blank's name.</summary>
    public required string Blank { get; init; }

    /// <summary>Whether components are crossed out or links added.</summary>
    public required BlankKind Kind { get; init; }

    /// <summary>What of the networks is compared.</summary>
    public required Selection Selection { get; init; }

    public required IReadOnlyDictionary<string, Worksheet> Networks { get; init; }

    /// <summary>The network that has what is looked for.</summary>
    public required string Of { get; init; }

    /// <summary>The network that has it not.</summary>
    public required string Without { get; init; }

    /// <summary>The network that is shown as a matrix form.</summary>
    public required string MatrixForm { get; init; }

    /// <summary>The network that is shown as a graph.</summary>
    public required string GraphForm { get; init; }

    /// <summary>The atoms to choose, in the order of the network.</summary>
    public IReadOnlyList<string> Reference => reference.Value;

    /// <summary>What is shown of the networks and can be pointed at.</summary>
    public IEnumerable<Component> Components => index.Value.Components;

    /// <summary>
    /// What a choice implies: a block, row or column its cells, a unit its links, a cell its link. Null for an id of nothing. A link between two units
    /// that nothing links is an atom of its own.
    /// </summary>
    public IReadOnlyCollection<string>? Imply(string id) => index.Value.Imply(id);

    /// <summary>The component that an atom is best called by: a cell where a matrix form is worked on, else the link.</summary>
    public string NameOf(string atom) => index.Value.NameOf(atom);
}
