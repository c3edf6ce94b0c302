namespace RnnGrader.Web.Tests.House;

/// <summary>A person of a test, with a token.</summary>
/// <param name="Id">Their id, as the API writes it.</param>
/// <param name="Name">Their name.</param>
/// <param name="Email">Their address, which nobody else has.</param>
/// <param name="Http">A client that acts for them.</param>
public sealed record Someone(string Id, string Name, string Email, HttpClient Http);
