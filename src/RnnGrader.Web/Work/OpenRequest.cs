using RnnGrader.Web.Requests;

namespace RnnGrader.Web.Work;

/// <summary>How an item is opened.</summary>
/// <param name="New">Whether new numbers are wanted. false where it is left out.</param>
[CanBeEmpty]
internal sealed record OpenRequest(bool? New);
