namespace RnnGrader.Web.Lti.DeepLinking;

/// <summary>The question what to link, and its answer.</summary>
internal static class DeepLinkEndpoints
{
    public static void MapDeepLinking(this IEndpointRouteBuilder routes)
    {
        routes.MapGet(LtiEndpoints.DeepLinkPath, (HttpContext http, Picker picker, CancellationToken cancellationToken) =>
            picker.ShowAsync(http, http.Request.Query["ticket"].ToString(), cancellationToken));
        routes.MapPost(LtiEndpoints.DeepLinkPath, async (HttpContext http, Picker picker, CancellationToken cancellationToken) =>
            await picker.AnswerAsync(http, http.Request.HasFormContentType ? await http.Request.ReadFormAsync(cancellationToken) : FormCollection.Empty, cancellationToken)).DisableAntiforgery();
    }
}
