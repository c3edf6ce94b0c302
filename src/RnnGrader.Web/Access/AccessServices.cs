namespace RnnGrader.Web.Access;

internal static class AccessServices
{
    public static void AddAccess(this IServiceCollection services)
    {
        services.AddScoped<Visits>();
    }
}
