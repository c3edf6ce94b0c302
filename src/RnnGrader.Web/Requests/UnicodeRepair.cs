using System.Globalization;

namespace RnnGrader.Web.Requests;

/// <summary>
/// Puts U+FFFD, the replacement character, where JSON text escapes what no database keeps and no .NET string may hold: U+0000 (Postgres
/// refuses it in text and jsonb) and halves of surrogate pairs. Such a cell is then graded unreadable like any other, instead of failing later.
/// </summary>
internal static class UnicodeRepair
{
    /// <summary>Repairs in place: all escapes are six bytes long.</summary>
    public static void Repair(Span<byte> json)
    {
        for (var i = 0; i < json.Length - 1; i++)
        {
            if (json[i] != '\\')
            {
                continue;
            }

            if (Escape(json[i..]) is not { } unit)
            {
                i++;
            }
            else if (char.IsHighSurrogate(unit) && Escape(json[(i + 6)..]) is { } low && char.IsLowSurrogate(low))
            {
                i += 11;
            }
            else
            {
                if (unit == 0 || char.IsSurrogate(unit))
                {
                    "\\uFFFD"u8.CopyTo(json[i..]);
                }

                i += 5;
            }
        }
    }

    private static char? Escape(ReadOnlySpan<byte> json) =>
        json is [(byte)'\\', (byte)'u', _, _, _, _, ..] && ushort.TryParse(json[2..6], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var unit)
            ? (char)unit
            : null;
}
