using RnnGrader.Web.Pages.Shell;
using RnnGrader.Web.Requests;

namespace RnnGrader.Web.Access;

/// <summary>Holds every endpoint of the API to the table, before its body is read: who may not get in learns nothing from it.</summary>
internal static class AccessControl
{
    private const Roles SeesPlace = Roles.Owner | Roles.Members;

    /// <summary>Says what is done here.</summary>
    public static TBuilder Is<TBuilder>(this TBuilder endpoint, Act act)
        where TBuilder : IEndpointConventionBuilder =>
        endpoint.WithMetadata(Permissions.Table[act]);

    public static void UseAccess(this WebApplication app) => app.Use(async (context, next) =>
    {
        if (context.GetEndpoint()?.Metadata.GetMetadata<Permission>() is { } permission)
        {
            var visits = context.RequestServices.GetRequiredService<Visits>();
            var id = context.GetRouteValue("id") as string;
            var visit = await visits.FindAsync(permission.Place, id, Caller.Of(context.User), context.RequestAborted);
            if (Refusal(permission, visit, Caller.Of(context.User)) is { } refusal)
            {
                if (refusal.StatusCode == StatusCodes.Status401Unauthorized)
                {
                    if (Browsers.IsBrowser(context.Request) && HttpMethods.IsGet(context.Request.Method))
                    {
                        context.Response.Redirect($"/sign-in?return={Uri.EscapeDataString(context.Request.Path + context.Request.QueryString)}");
                        return;
                    }

                    context.Response.Headers.WWWAuthenticate = BearerTokens.SchemeName;
                }

                await context.RefuseAsync(refusal);
                return;
            }

            context.Features.Set(visit);
        }

        await next(context);
    });

    private static Microsoft.AspNetCore.Http.HttpResults.ProblemHttpResult? Refusal(Permission permission, Visit? visit, Caller? caller)
    {
        if (visit is not null && (visit.Roles & permission.Roles) != Roles.None)
        {
            return visit is { IsAhead: true, IsStaff: false }
                ? Problem.Of(StatusCodes.Status409Conflict, "This assignment is not open yet: its worksheets are shown when it opens.")
                : null;
        }

        // Practice is open to nobody in particular, so that an instance which is not there and one of somebody else's look the same without signing in.
        if (caller is null && permission.Place is not (Place.Instance or Place.Submission))
        {
            return Problem.Of(StatusCodes.Status401Unauthorized, "Sign in, or send a token: Authorization: Bearer <token>.");
        }

        return visit is not null && (permission.Place == Place.Site || (visit.Roles & SeesPlace) != Roles.None)
            ? Problem.Of(StatusCodes.Status403Forbidden, $"This is for {Words(permission.Roles)}.")
            : NotFound(permission.Place);
    }

    /// <summary>What is answered where there is nothing, or nothing that the caller may see.</summary>
    public static Microsoft.AspNetCore.Http.HttpResults.ProblemHttpResult NotFound(Place place) => Problem.Of(StatusCodes.Status404NotFound, place == Place.Instance
        ? "There is no such instance. POST /api/v1/instances draws one."
        : $"There is no such {place.ToString().ToLowerInvariant()}.");

    private static string Words(Roles roles) => string.Join(", ", Enum.GetValues<Roles>()
        .Where(role => int.PopCount((int)role) == 1 && roles.HasFlag(role) && role != Roles.Guide)
        .Select(role => role == Roles.Owner ? "whose it is" : $"{role.ToString().ToLowerInvariant()}s"));
}
