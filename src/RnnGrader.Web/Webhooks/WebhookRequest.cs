namespace RnnGrader.Web.Webhooks;

/// <summary>Who is to be told of what happens in a course.</summary>
/// <param name="Url">Where events are posted: https, in no private network.</param>
/// <param name="Secret">What they are signed with, 16 to 200 characters. It is never shown again.</param>
/// <param name="Events">Which of `submission.graded`, `progress.completed` and `grade.changed`; all where it is left out.</param>
internal sealed record WebhookRequest(string? Url, string? Secret, IReadOnlyList<string>? Events);
