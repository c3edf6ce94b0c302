namespace RnnGrader.Web.People;

/// <summary>A token to make.</summary>
/// <param name="Person">Whom it is to stand for; left out: the caller.</param>
/// <param name="Name">What it is for.</param>
/// <param name="ExpiresAt">Until when it is good; left out: until it is revoked.</param>
internal sealed record TokenRequest(string? Person, string? Name, DateTime? ExpiresAt);
