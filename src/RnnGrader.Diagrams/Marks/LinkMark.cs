using RnnGrader.Diagrams.Layout;

namespace RnnGrader.Diagrams.Marks;

/// <summary>A link with an arrowhead at its end; where curved, it leaves and arrives level, so that it does not run over the units above and below its ends; dotted where its weight is zero; as a target, wide enough to be hit with a finger.</summary>
internal sealed record LinkMark(double X1, double Y1, double X2, double Y2, bool IsZero, bool IsTarget, bool IsCurved = false) : Mark
{
    public override Box Bounds => new(Math.Min(X1, X2), Math.Min(Y1, Y2), Math.Max(X1, X2), Math.Max(Y1, Y2));
}
