using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;
using RnnGrader.Storage;
using RnnGrader.Web.People;
using RnnGrader.Web.Requests;

namespace RnnGrader.Web.Courses;

/// <summary>The members that a file lists.</summary>
/// <param name="Members">One a line.</param>
/// <param name="HasGroups">Whether the file says anything of groups.</param>
internal sealed record Roster(IReadOnlyList<MemberRequest> Members, bool HasGroups)
{
    public const int MaxRows = 10_000;
    private const int MaxErrors = 100;

    private static readonly string[] Columns = ["email", "name", "role", "group"];
    private static readonly MemberRules Rules = new();

    /// <summary>Reads `email,name,role,group`, the columns in any order; `role` may be left out (students) and `group` (as it is).</summary>
    /// <exception cref="RefusalException">Lines have no meaning; all that is wrong is told at once.</exception>
    public static Roster Read(string text)
    {
        using var csv = new CsvParser(new StringReader(text), new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            Delimiter = Delimiter(text),
            TrimOptions = TrimOptions.Trim,
            BadDataFound = null,
        });
        if (!csv.Read() || Header(csv.Record!) is not { } places)
        {
            throw new RefusalException(Problem.Invalid("line 1", "The first line must name the columns: email,name,role,group; role and group may be left out."));
        }

        var (members, lines, errors) = (new List<MemberRequest>(), new Dictionary<string, int>(), new Dictionary<string, string[]>());
        for (var line = csv.RawRow + 1; csv.Read() && errors.Count < MaxErrors; line = csv.RawRow + 1)
        {
            var (member, problems) = ReadLine(csv.Record!, places);
            if (member.Email is not null && !lines.TryAdd(Accounts.KeyOf(member.Email), line))
            {
                problems = [.. problems, $"This e-mail address is in line {lines[Accounts.KeyOf(member.Email)]} already."];
            }

            if (members.Count == MaxRows)
            {
                problems = [.. problems, $"A file may have {MaxRows} people. Send the rest in another."];
            }

            if (problems.Length > 0)
            {
                errors[$"line {line}"] = problems;
            }

            members.Add(member);
        }

        return errors.Count == 0 ? new(members, places.ContainsKey("group")) : throw new RefusalException(Problem.Invalid(errors));
    }

    private static (MemberRequest Member, string[] Problems) ReadLine(string[] cells, Dictionary<string, int> places)
    {
        string? Cell(string column) => places.TryGetValue(column, out var place) && place < cells.Length && cells[place].Length > 0 ? cells[place] : null;
        var role = Cell("role") is { } word ? RoleOf(word) : CourseRole.Student;
        var member = new MemberRequest(Cell("email"), Cell("name"), role, Cell("group"));
        return (member, cells.Length > places.Count
            ? [$"There are {cells.Length} cells in {places.Count} columns. A cell with a separator in it stands between double quotes."]
            : [.. Rules.Validate(member).Errors.Select(error => error.ErrorMessage)]);
    }

    private static CourseRole? RoleOf(string word) =>
        Enum.GetValues<CourseRole>().Cast<CourseRole?>().SingleOrDefault(role => string.Equals(role.ToString(), word, StringComparison.OrdinalIgnoreCase));

    private static Dictionary<string, int>? Header(string[] names)
    {
        var places = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        return names.Select((name, place) => Columns.Contains(name, StringComparer.OrdinalIgnoreCase) && places.TryAdd(name, place)).All(good => good)
            && places.ContainsKey("email") && places.ContainsKey("name") ? places : null;
    }

    // Spreadsheets write the list separator of their country.
    private static string Delimiter(string text)
    {
        var header = text.AsSpan(0, text.AsSpan().IndexOfAny('\r', '\n') is >= 0 and var end ? end : text.Length);
        return header.Contains(';') ? ";" : header.Contains('\t') ? "\t" : ",";
    }
}
