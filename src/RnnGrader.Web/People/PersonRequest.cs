namespace RnnGrader.Web.People;

/// <summary>Somebody new.</summary>
/// <param name="Email">The e-mail address, by which they are found from then on.</param>
/// <param name="Name">As it is shown.</param>
internal sealed record PersonRequest(string? Email, string? Name);
