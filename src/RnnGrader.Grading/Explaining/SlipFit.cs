using RnnGrader.Engine.Slips;

namespace RnnGrader.Grading.Explaining;

/// <summary>How well a slip explains one blank.</summary>
/// <param name="Fit">How well.</param>
/// <param name="Weight">How many numbers it explains.</param>
/// <param name="Variant">The way it was made.</param>
internal readonly record struct SlipFit(Fit Fit, int Weight, SlipVariant? Variant);
