using RnnGrader.Engine.Structures;

namespace RnnGrader.Web.Instances;

/// <summary>A part of a drawn network.</summary>
/// <param name="Id">Such as `h_1[0]`, `W_hh[0,1]` or `x_1[0]->h_1[2]`.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Label">What is written on it.</param>
/// <param name="From">Where a link starts.</param>
/// <param name="To">Where a link ends.</param>
internal sealed record ComponentAnswer(string Id, ComponentKind Kind, string Label, string? From, string? To)
{
    public static ComponentAnswer Of(Component component) => new(component.Id, component.Kind, component.Label, component.From, component.To);
}
