namespace RnnGrader.Web.Service;

/// <summary>How the service is.</summary>
/// <param name="Status">`live` or `ready`.</param>
internal sealed record Health(string Status);
