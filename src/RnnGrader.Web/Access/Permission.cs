namespace RnnGrader.Web.Access;

/// <summary>Who may do something.</summary>
/// <param name="Act">What is done.</param>
/// <param name="Place">What the path names.</param>
/// <param name="Roles">Who may.</param>
internal sealed record Permission(Act Act, Place Place, Roles Roles);
