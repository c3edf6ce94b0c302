using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Http.HttpResults;

namespace RnnGrader.Web.Requests;

/// <summary>Which part of a list is asked for. The cursor is the last item's place, encoded so that nobody counts on what it is.</summary>
/// <param name="Limit">1..<see cref="MaxLimit"/>.</param>
/// <param name="After">The place that the page comes after.</param>
internal readonly record struct Paging(int Limit, int After)
{
    public const int MaxLimit = 100;
    public const int DefaultLimit = 50;

    /// <summary>The first page, as long as usual.</summary>
    public static readonly Paging First = new(DefaultLimit, 0);

    public static bool TryRead(string? limit, string? cursor, out Paging paging, [NotNullWhen(false)] out ProblemHttpResult? problem)
    {
        var (size, after) = (DefaultLimit, 0);
        problem = limit is not null && !(int.TryParse(limit, NumberStyles.None, CultureInfo.InvariantCulture, out size) && size is >= 1 and <= MaxLimit)
            ? Problem.Invalid("limit", $"limit must be a whole number from 1 to {MaxLimit}.")
            : cursor is not null && !TryDecode(cursor, out after)
            ? Problem.Invalid("cursor", "cursor must be the `next` of an earlier page, as it came.")
            : null;
        paging = new(size, after);
        return problem is null;
    }

    /// <summary>Makes a page of items that are one more than fit where there are more.</summary>
    public Page<T> Cut<T>(List<T> items, Func<T, int> place) => items.Count > Limit
        ? new(items[..Limit], Encode(place(items[Limit - 1])))
        : new(items, null);

    /// <summary>The same where the place is how many came before.</summary>
    public Page<T> Cut<T>(List<T> items) => items.Count > Limit ? new(items[..Limit], Encode(After + Limit)) : new(items, null);

    private static string Encode(int place) => Base64Url.EncodeToString(Encoding.ASCII.GetBytes(place.ToString(CultureInfo.InvariantCulture)));

    private static bool TryDecode(string cursor, out int place)
    {
        place = 0;
        Span<byte> digits = stackalloc byte[12];
        return cursor.Length <= 16 && Base64Url.IsValid(cursor) && Base64Url.TryDecodeFromChars(cursor, digits, out var length)
            && int.TryParse(digits[..length], NumberStyles.None, CultureInfo.InvariantCulture, out place);
    }
}
