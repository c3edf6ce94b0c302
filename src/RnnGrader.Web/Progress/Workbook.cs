using System.Text.Json;
using RnnGrader.Exercises;
using RnnGrader.Storage;
using RnnGrader.Web.Gradebook;
using RnnGrader.Web.Requests;

namespace RnnGrader.Web.Progress;

/// <summary>
/// The exercises of a course that count: those of published assignments that are not archived. An exercise that is in two of them is one exercise, and is
/// completed where either is.
/// </summary>
internal sealed class Workbook(IEnumerable<AssignmentItem> items)
{
    private static readonly string[] LevelNames = [.. Enum.GetNames<Level>().Select(JsonNamingPolicy.CamelCase.ConvertName)];

    private readonly Dictionary<Guid, AssignmentItem> items = items.ToDictionary(item => item.Id);

    /// <summary>How far a student is.</summary>
    /// <param name="student">The student.</param>
    /// <param name="completed">The items that they have completed.</param>
    /// <param name="goal">Their group's goal; null for none.</param>
    public ProgressRow Row(Student student, IEnumerable<Guid> completed, int? goal)
    {
        var all = Count(items.Values);
        var done = Count(completed.Select(items.GetValueOrDefault).OfType<AssignmentItem>());
        return new(
            Ids.Write(student.Id), student.Name, student.Group,
            LevelNames.ToDictionary(level => level, level => new LevelProgress(done[level].Count(), all[level].Count())),
            done.Sum(level => level.Count()), all.Sum(level => level.Count()), goal, goal is { } most ? done.Sum(level => level.Count()) >= most : null);
    }

    // By exercise, at the level that it has now: an item of long ago may have been made at another.
    private static ILookup<string, string> Count(IEnumerable<AssignmentItem> items) => items
        .Select(item => (item.Exercise, Level: Catalogue.Find(item.Exercise) is { } known ? JsonNamingPolicy.CamelCase.ConvertName(known.Level.ToString()) : item.Level))
        .Distinct().ToLookup(item => item.Level, item => item.Exercise);
}
