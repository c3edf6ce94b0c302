namespace RnnGrader.Engine.Structures;

/// <summary>A vector of a network as units; those that the network does not have are left out.</summary>
/// <param name="Name">The vector.</param>
/// <param name="Units">The ids of its units.</param>
/// <param name="BiasCells">The ids of the bias cells of its units, by unit.</param>
public sealed record Layer(string Name, IReadOnlyList<string> Units, IReadOnlyDictionary<string, string> BiasCells);
