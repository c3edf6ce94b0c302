using System.Text.Json;
using RnnGrader.Storage;
using RnnGrader.Web.Lti.Launch;
using RnnGrader.Web.Requests;

namespace RnnGrader.Web.Lti.Registering;

/// <summary>What became of a launch, without anything that tells who it was.</summary>
/// <param name="Reference">The number that a refused person was shown.</param>
/// <param name="At">When.</param>
/// <param name="Registration">Id of the registration, where one was found.</param>
/// <param name="Outcome">`accepted`, or the code of the check that it did not pass.</param>
/// <param name="Detail">What was wrong.</param>
/// <param name="Skew">Seconds by which the platform's clock was ahead.</param>
/// <param name="Claims">Claims that name no person.</param>
internal sealed record LaunchAnswer(string Reference, DateTime At, string? Registration, string Outcome, string? Detail, double? Skew, JsonElement? Claims)
{
    public static LaunchAnswer Of(LtiLaunch line) => new(
        LaunchLog.Reference(line.Id), line.At, line.RegistrationId is { } id ? Ids.Write(id) : null, line.Outcome, line.Detail, line.Skew,
        line.Claims is null ? null : JsonSerializer.Deserialize<JsonElement>(line.Claims));
}
