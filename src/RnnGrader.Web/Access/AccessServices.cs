using Microsoft.AspNetCore.Authentication;

namespace RnnGrader.Web.Access;

internal static class AccessServices
{
    public static void AddAccess(this IServiceCollection services)
    {
        services.AddAuthentication(BearerTokens.SchemeName).AddScheme<AuthenticationSchemeOptions, BearerTokens>(BearerTokens.SchemeName, null);
        services.AddScoped<Visits>();
    }
}
