using RnnGrader.Web.Extensions;
using RnnGrader.Web.Overrides;
using RnnGrader.Web.Regrades;

namespace RnnGrader.Web.Assignments;

internal static class AssignmentServices
{
    /// <summary>What staff do to assignments and to what was submitted to them.</summary>
    public static void AddAssignments(this IServiceCollection services)
    {
        services.AddScoped<AssignmentEditing>().AddScoped<Extending>().AddScoped<Overriding>().AddScoped<RegradeDesk>();
        services.AddSingleton<RegradeJob>().AddHostedService(provider => provider.GetRequiredService<RegradeJob>());
    }
}
