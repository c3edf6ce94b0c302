using RnnGrader.Diagrams.Marks;

namespace RnnGrader.Diagrams.Layout;

/// <summary>
/// The weights on the links, each where it is farthest from all other links and over nothing else; none at all where they are many or one finds no
/// place, since a weight that stands alone would be read as all there are.
/// </summary>
internal static class LinkTexts
{
    private const int Most = 30;
    private const double Size = 11;

    private static readonly double[] Places = [0.5, 0.42, 0.58, 0.34, 0.66, 0.27, 0.73, 0.2, 0.8, 0.14, 0.86];

    public static IReadOnlyList<Mark> Of(IReadOnlyList<(LinkMark Link, string Text)> weights, IReadOnlyList<LinkMark> links, IReadOnlyList<Mark> obstacles)
    {
        if (weights.Count > Most)
        {
            return [];
        }

        var taken = obstacles.Select(obstacle => obstacle.Bounds).ToList();
        var texts = new List<Mark>();
        foreach (var (link, text) in weights)
        {
            var best = Places
                .Select(place => new LabelMark(text, link.X1 + ((link.X2 - link.X1) * place), link.Y1 + ((link.Y2 - link.Y1) * place), Size, Align.Middle))
                .Where(label => !taken.Exists(label.Bounds.Grown(1.5).Overlaps))
                .MaxBy(label => links.Where(other => other != link).Select(other => Distance(label, other)).DefaultIfEmpty(0).Min());
            if (best is null)
            {
                return [];
            }

            taken.Add(best.Bounds);
            texts.Add(best);
        }

        return texts;
    }

    private static double Distance(LabelMark label, LinkMark link)
    {
        var (x, y) = (link.X2 - link.X1, link.Y2 - link.Y1);
        var along = Math.Clamp((((label.X - link.X1) * x) + ((label.Y - link.Y1) * y)) / ((x * x) + (y * y)), 0, 1);
        var (awayX, awayY) = (label.X - link.X1 - (along * x), label.Y - link.Y1 - (along * y));
        return Math.Sqrt((awayX * awayX) + (awayY * awayY));
    }
}
