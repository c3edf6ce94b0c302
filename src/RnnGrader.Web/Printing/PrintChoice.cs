using System.Globalization;
using Microsoft.Extensions.Primitives;
using RnnGrader.Web.Requests;

namespace RnnGrader.Web.Printing;

/// <summary>What is to be printed, and how, as a form or an address says it.</summary>
/// <param name="Group">The students of one group; null for all.</param>
/// <param name="Student">One student; null for all.</param>
/// <param name="Items">Which items; empty for all.</param>
/// <param name="Content">Worksheets, key, or both.</param>
/// <param name="Paper">The paper.</param>
/// <param name="OnFreshSheets">Whether each student begins on a right-hand page, so that double-sided sheets can be handed out.</param>
/// <param name="Part">Which part of the class, from 1.</param>
internal sealed record PrintChoice(string? Group, Guid? Student, IReadOnlySet<Guid> Items, PrintContent Content, PaperSize Paper, bool OnFreshSheets, int Part)
{
    /// <summary>Reads the fields of a form or an address. What has no meaning is as if it were left out.</summary>
    public static PrintChoice Read(Func<string, StringValues> field) => new(
        field("group").ToString().Trim() is { Length: > 0 } group ? group : null,
        Ids.Read(field("student").ToString()),
        field("item").Select(id => Ids.Read(id ?? "")).OfType<Guid>().ToHashSet(),
        Named<PrintContent>(field("content")),
        Named<PaperSize>(field("paper")),
        field("fresh").Count > 0,
        int.TryParse(field("part").ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out var part) ? Math.Max(1, part) : 1);

    public bool Takes(Guid item) => Items.Count == 0 || Items.Contains(item);

    /// <summary>The fields again, all but the part.</summary>
    public IEnumerable<KeyValuePair<string, string?>> Fields()
    {
        if (Group is not null)
        {
            yield return new("group", Group);
        }

        if (Student is { } student)
        {
            yield return new("student", Ids.Write(student));
        }

        foreach (var item in Items)
        {
            yield return new("item", Ids.Write(item));
        }

        yield return new("content", $"{Content}");
        yield return new("paper", $"{Paper}");
        if (OnFreshSheets)
        {
            yield return new("fresh", "on");
        }
    }

    /// <summary>An address with these fields.</summary>
    public string At(string path) => path + QueryString.Create([.. Fields(), new("part", string.Create(CultureInfo.InvariantCulture, $"{Part}"))]);

    private static T Named<T>(StringValues text)
        where T : struct, Enum => Enum.GetValues<T>().FirstOrDefault(value => string.Equals($"{value}", text.ToString(), StringComparison.OrdinalIgnoreCase));
}
