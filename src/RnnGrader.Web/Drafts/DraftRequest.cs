using System.Text.Json;

namespace RnnGrader.Web.Drafts;

/// <summary>What is typed and not yet submitted.</summary>
/// <param name="Answers">As in a submission, but it need not make sense yet.</param>
/// <param name="Version">The version that it is a change of, 0 for none; left out: whatever is there is replaced.</param>
internal sealed record DraftRequest(JsonElement? Answers, int? Version);
