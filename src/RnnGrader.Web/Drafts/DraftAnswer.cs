using System.Text.Json;
using System.Text.Json.Serialization;
using RnnGrader.Storage;

namespace RnnGrader.Web.Drafts;

/// <summary>What was typed and not yet submitted.</summary>
/// <param name="Answers">As it was sent.</param>
/// <param name="Version">Counts the saves; 0 where nothing was saved yet.</param>
/// <param name="SavedAt">When it was saved; null where nothing was.</param>
internal sealed record DraftAnswer(JsonElement Answers, int Version, [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] DateTime? SavedAt)
{
    public static DraftAnswer Of(Draft? draft) => new(JsonSerializer.Deserialize<JsonElement>(draft?.Answers ?? "{}"), draft?.Version ?? 0, draft?.SavedAt);
}
