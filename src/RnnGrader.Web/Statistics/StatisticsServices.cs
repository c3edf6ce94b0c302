using RnnGrader.Web.Gradebook;
using RnnGrader.Web.Progress;

namespace RnnGrader.Web.Statistics;

internal static class StatisticsServices
{
    /// <summary>What reads how a class stands.</summary>
    public static void AddGrades(this IServiceCollection services) => services.AddScoped<GradebookReader>().AddScoped<ProgressReader>().AddScoped<StatisticsReader>();
}
