namespace RnnGrader.Web.Lti.Registering;

/// <summary>A place where a platform has installed this tool.</summary>
/// <param name="Id">The platform's name for it.</param>
/// <param name="Pending">Whether a launch came from it and it is not let in yet.</param>
internal sealed record DeploymentAnswer(string Id, bool Pending);
