namespace RnnGrader.Storage;

/// <summary>What only Postgres has: binary JSON for what is queried, and JSON that is kept to the letter (1e999999 and \u0000 are text to `json`, errors to `jsonb`).</summary>
/// <param name="Json">Type of a column of JSON.</param>
/// <param name="JsonAsSent">Type of a column of JSON as a client sent it.</param>
/// <param name="False">How false is written.</param>
internal sealed record Columns(string Json, string JsonAsSent, string False)
{
    public static readonly Columns Postgres = new("jsonb", "json", "false");
    public static readonly Columns Sqlite = new("TEXT", "TEXT", "0");
}
