using System.Globalization;

namespace RnnGrader.Web.Pages.Shell;

internal static class TextValues
{
    /// <summary>Puts values where a text has <c>{0}</c>, <c>{1}</c>, …; numbers are written the same in every language.</summary>
    public static string With(this string text, params ReadOnlySpan<object?> values) => string.Format(CultureInfo.InvariantCulture, text, values);
}
