using RnnGrader.Web.Statistics;

namespace RnnGrader.Web.Pages.Teaching;

/// <summary>Slips of an exercise. Public, as the parameters of components have to be; what it holds is not.</summary>
public sealed class SlipBarsView
{
    internal SlipBarsView(IReadOnlyList<SlipStatistics> slips, int students) => (Slips, Students) = (slips, students);

    internal IReadOnlyList<SlipStatistics> Slips { get; }

    internal int Students { get; }
}
