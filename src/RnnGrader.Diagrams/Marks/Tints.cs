using RnnGrader.Engine.Worksheets;

namespace RnnGrader.Diagrams.Marks;

/// <summary>Which role has which shade.</summary>
internal static class Tints
{
    public static Tint Of(Role role) => role switch
    {
        Role.Input or Role.Logits => Tint.Input,
        Role.State or Role.Exponential => Tint.State,
        Role.Output or Role.Probability or Role.Target or Role.Gradient => Tint.Output,
        _ => Tint.Other,
    };
}
