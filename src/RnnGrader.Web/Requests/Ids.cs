namespace RnnGrader.Web.Requests;

/// <summary>The form of ids in addresses and answers.</summary>
internal static class Ids
{
    public static string Write(Guid id) => id.ToString("N");

    /// <summary>The id; null for any other text.</summary>
    public static Guid? Read(string text) => Guid.TryParseExact(text, "N", out var id) ? id : null;

    /// <summary>A new id that sorts by time.</summary>
    public static Guid New(DateTime now) => Guid.CreateVersion7(new DateTimeOffset(now));
}
