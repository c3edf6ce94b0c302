using RnnGrader.Engine.Worksheets;

namespace RnnGrader.Diagrams.Reading;

/// <summary>A layer that reads its own state of the step before.</summary>
internal sealed record Loop(Quantity Before, Quantity Layer, Quantity Weights);
