namespace RnnGrader.Web.Lti.Launch;

/// <summary>What a launch leads to: somebody is signed in and sent on.</summary>
/// <param name="PersonId">Who.</param>
/// <param name="Path">Where to, on this site.</param>
internal sealed record Landing(Guid PersonId, string Path)
{
    public async Task<IResult> GoAsync(HttpContext http)
    {
        await LtiSession.SignInAsync(http, PersonId);

        // 303: the platform's form was a POST, and what comes is a GET.
        http.Response.Headers.Location = Path;
        return TypedResults.StatusCode(StatusCodes.Status303SeeOther);
    }
}
