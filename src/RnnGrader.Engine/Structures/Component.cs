namespace RnnGrader.Engine.Structures;

/// <summary>A part of a drawn network that can be pointed at.</summary>
/// <param name="Id">Made of names and zero-based indices.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Label">For people.</param>
/// <param name="From">The unit a link comes from.</param>
/// <param name="To">The unit a link leads to.</param>
public sealed record Component(string Id, ComponentKind Kind, string Label, string? From = null, string? To = null);
