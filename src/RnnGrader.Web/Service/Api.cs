
namespace RnnGrader.Web.Service;

/// <summary>What all resources have in common.</summary>
internal static class Api
{
    /// <summary>Base path of the resources.</summary>
    public const string Base = "/api/v1";

    public static RouteGroupBuilder MapApi(this WebApplication app) => app.MapGroup(Base).ProducesProblem(StatusCodes.Status429TooManyRequests);
}
