namespace RnnGrader.Web.Outbound;

/// <summary>What another server answered.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Body">The body as text.</param>
/// <param name="MaxAge">How long it may be kept; null where it does not say.</param>
/// <param name="RetryAfter">When to come back; null where it does not say.</param>
/// <param name="Date">What time it is there; null where it does not say.</param>
/// <param name="Headers">All headers.</param>
internal sealed record OutboundAnswer(int Status, string Body, TimeSpan? MaxAge, TimeSpan? RetryAfter, DateTimeOffset? Date, ILookup<string, string> Headers);
