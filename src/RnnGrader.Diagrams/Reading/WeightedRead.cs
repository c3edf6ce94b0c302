using RnnGrader.Engine.Worksheets;

namespace RnnGrader.Diagrams.Reading;

/// <summary>A weight matrix times a vector, as it stands in a formula.</summary>
internal sealed record WeightedRead(Quantity Weights, Quantity Source);
