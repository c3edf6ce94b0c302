namespace RnnGrader.Web.Requests;

/// <summary>The header by which a client says 'this is the same request again'.</summary>
internal static class IdempotencyHeader
{
    public const string Name = "Idempotency-Key";

    public const int MaxLength = 200;

    /// <summary>The key; null where none was sent.</summary>
    public static string? Read(IHeaderDictionary headers)
    {
        if (!headers.TryGetValue(Name, out var values))
        {
            return null;
        }

        return values is [{ Length: > 0 and <= MaxLength } key] && key.All(c => c is >= ' ' and <= '~')
            ? key
            : throw new RefusalException(Problem.Invalid(Name, $"Send the key once, as 1 to {MaxLength} printable ASCII characters."));
    }
}
