namespace RnnGrader.Web.Lti.DeepLinking;

/// <summary>A platform's question what to link, kept by the browser of whoever was asked.</summary>
/// <param name="RegistrationId">The platform.</param>
/// <param name="DeploymentId">The deployment.</param>
/// <param name="CourseId">The course here.</param>
/// <param name="PersonId">Who was asked.</param>
/// <param name="ReturnUrl">Where the answer goes.</param>
/// <param name="Data">What the platform wants back to the letter; null where it sent nothing.</param>
/// <param name="AcceptsMany">Whether it takes several links at once.</param>
/// <param name="AcceptsLineItems">Whether it makes columns of its gradebook for them.</param>
/// <param name="IsWithoutSession">
/// Whether it answers for its person by itself, and not only within their session: it is given so to a browser that keeps no session in the platform's frame, within the
/// page and never in an address.
/// </param>
internal sealed record DeepLinkTicket(
    Guid RegistrationId, string DeploymentId, Guid CourseId, Guid PersonId, string ReturnUrl, string? Data, bool AcceptsMany, bool AcceptsLineItems, bool IsWithoutSession);
