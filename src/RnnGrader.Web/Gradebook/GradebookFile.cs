using System.Globalization;
using System.Text;
using CsvHelper;
using RnnGrader.Storage;

namespace RnnGrader.Web.Gradebook;

/// <summary>
/// A gradebook as CSV: UTF-8 with a byte order mark, by which Excel knows it, lines as RFC 4180 has them. What people wrote never starts a formula; numbers stay
/// numbers, with five decimals at most, which is what Moodle keeps. The layouts are described in docs/gradebook.md.
/// </summary>
internal sealed class GradebookFile(Assignment assignment, IReadOnlyList<GradebookColumn> columns, GradebookLayout layout)
{
    public const string ContentType = "text/csv; charset=utf-8";

    // What spreadsheets take for a formula, also where it is written full-width (owasp.org/www-community/attacks/CSV_Injection).
    private const string Starters = "=+-@\t\r\n＝＋－＠";

    public async Task WriteAsync(IAsyncEnumerable<GradebookRow> rows, Stream stream, CancellationToken cancellationToken)
    {
        await using var writer = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true);
        await using var csv = new CsvWriter(writer, CultureInfo.InvariantCulture);
        await WriteAsync(csv, [.. Who(), .. columns.Select(Title), .. layout == GradebookLayout.Canvas ? Array.Empty<string>() : ["Total", "Out of"]]);
        if (layout == GradebookLayout.Canvas)
        {
            await WriteAsync(csv, ["    Points Possible", "", "", "", "", .. columns.Select(column => Number(column.Points))]);
        }

        await foreach (var row in rows.WithCancellation(cancellationToken))
        {
            // Moodle's importer gives the grades of a line without an address to the student of the line before (grade/import/csv/classes/load_data.php).
            if (layout == GradebookLayout.Moodle && string.IsNullOrWhiteSpace(row.Email))
            {
                continue;
            }

            await WriteAsync(csv, [.. Who(row), .. row.Cells.Select(cell => Number(cell.Points)), .. layout == GradebookLayout.Canvas ? Array.Empty<string>() : [Number(row.Total), Number(row.OutOf)]]);
        }
    }

    /// <summary>Text that no spreadsheet takes for a formula: an apostrophe before it says that it is text.</summary>
    public static string Text(string? text) => text is { Length: > 0 } && (Starters.Contains(text[0], StringComparison.Ordinal) || text.TrimStart() is [var first, ..] && Starters.Contains(first, StringComparison.Ordinal))
        ? "'" + text
        : text ?? "";

    private static string Number(double? points) => points is { } value ? Math.Round((decimal)value, 5, MidpointRounding.AwayFromZero).ToString("0.#####", CultureInfo.InvariantCulture) : "";

    private string[] Who() => layout switch
    {
        GradebookLayout.Plain => ["Name", "Email", "Group"],
        GradebookLayout.Canvas => ["Student", "ID", "SIS User ID", "SIS Login ID", "Section"],
        GradebookLayout.Moodle => ["Full name", "Email address"],
        _ => throw new InvalidOperationException($"{layout}"),
    };

    private string[] Who(GradebookRow row) => layout switch
    {
        GradebookLayout.Plain => [Text(row.Name), Text(row.Email), Text(row.Group)],
        GradebookLayout.Canvas => [Text(row.Name), "", "", Text(row.Email), Text(row.Group)],
        GradebookLayout.Moodle => [Text(row.Name), Text(row.Email)],
        _ => throw new InvalidOperationException($"{layout}"),
    };

    // Each is there once, by its number: Canvas finds a column by its name, and an exercise may be in an assignment twice.
    private string Title(GradebookColumn column, int index) => layout == GradebookLayout.Plain
        ? $"{index + 1}. {column.Title}"
        : Text($"{assignment.Title}: {index + 1}. {column.Title}");

    private static Task WriteAsync(CsvWriter csv, IEnumerable<string> fields)
    {
        foreach (var field in fields)
        {
            csv.WriteField(field);
        }

        return csv.NextRecordAsync();
    }
}
