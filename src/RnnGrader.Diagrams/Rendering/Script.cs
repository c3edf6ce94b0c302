namespace RnnGrader.Diagrams.Rendering;

/// <summary>A name as it is set: <c>W_hx</c> with hx as its subscript, and how wide that is at most.</summary>
internal static class Script
{
    public const double SubscriptSize = 0.75;

    /// <summary>What stands on the line and what below it; only a name on its own has a subscript.</summary>
    public static (string Base, string Subscript) Split(string text)
    {
        var underscore = text.IndexOf('_', StringComparison.Ordinal);
        return underscore <= 0 || text.Contains(' ', StringComparison.Ordinal) || text.Contains('[', StringComparison.Ordinal)
            ? (Minus(text), "")
            : (text[..underscore], Minus(text[(underscore + 1)..].Trim('{', '}')));
    }

    public static double Width(string text, double size)
    {
        var (main, subscript) = Split(text);
        return size * (main.Sum(Width) + (SubscriptSize * subscript.Sum(Width)));
    }

    public static string Minus(string text) => text.Replace('-', '−');

    // Of the widest of the sans-serif fonts that are tried, measured in DejaVu Sans and rounded up.
    private static double Width(char letter) => letter switch
    {
        'W' or 'm' or 'M' or 'w' => 1.0,
        '+' or '−' or '=' or '×' or '·' => 0.84,
        'i' or 'l' or 'j' or 't' or 'f' or 'r' or ' ' or '.' or ',' or '(' or ')' or '[' or ']' or '/' => 0.42,
        _ => 0.64,
    };
}
