using RnnGrader.Web.Printing;
using RnnGrader.Web.Solving;
using RnnGrader.Web.Submissions;
using RnnGrader.Web.Work;

namespace RnnGrader.Web.Instances;

internal static class InstanceServices
{
    /// <summary>What draws, takes in and reads work.</summary>
    public static void AddInstances(this IServiceCollection services) => services
        .AddSingleton<InstanceCache>()
        .AddScoped<Drawing>().AddScoped<Numbers>().AddScoped<StudentWork>()
        .AddScoped<Submitting>().AddScoped<Submitted>().AddScoped<Help>()
        .AddScoped<PaperPrinting>();
}
