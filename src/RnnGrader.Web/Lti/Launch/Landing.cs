namespace RnnGrader.Web.Lti.Launch;

/// <summary>What a launch leads to: somebody is signed in and sent on.</summary>
/// <param name="PersonId">Who.</param>
/// <param name="Path">Where to, on this site.</param>
/// <param name="Ticket">Ticket of the question what to link, where that is what was launched; else null.</param>
internal sealed record Landing(Guid PersonId, string Path, string? Ticket)
{
    public async Task<IResult> GoAsync(HttpContext http)
    {
        await LtiSession.SignInAsync(http, PersonId);

        // 303: the platform's form was a POST, and what comes is a GET.
        http.Response.Headers.Location = Path;
        return TypedResults.StatusCode(StatusCodes.Status303SeeOther);
    }
}
