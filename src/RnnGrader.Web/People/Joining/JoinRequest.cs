namespace RnnGrader.Web.People.Joining;

/// <summary>Who is the same as somebody.</summary>
/// <param name="Person">Id of the person who is joined to the one that the path names, and is nobody of their own after.</param>
internal sealed record JoinRequest(string? Person);
