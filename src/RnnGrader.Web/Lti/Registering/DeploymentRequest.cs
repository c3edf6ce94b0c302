namespace RnnGrader.Web.Lti.Registering;

/// <summary>A deployment to let in.</summary>
/// <param name="Id">The platform's name for it, 1 to 255 characters.</param>
internal sealed record DeploymentRequest(string? Id);
