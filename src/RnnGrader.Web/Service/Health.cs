namespace RnnGrader.Web.Service;

/// <summary>How the service is.</summary>
/// <param name="Status">`live` or `ready`.</param>
sealed record Health(string Status);
