using RnnGrader.Engine.Slips;

namespace RnnGrader.Grading.Explaining;

/// <summary>How well a slip explains one blank.</summary>
/// <param name="Fit">How well.</param>
/// <param name="Weight">How many numbers it explains.</param>
/// <param name="Variant">The way it was made.</param>
/// <param name="IsOneDeed">Whether all the ways to make it that fit as well are about the same part of the formula.</param>
internal readonly record struct SlipFit(Fit Fit, int Weight, SlipVariant? Variant, bool IsOneDeed);
