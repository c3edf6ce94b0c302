using Microsoft.EntityFrameworkCore;
using RnnGrader.Engine.Worksheets;
using RnnGrader.Storage;
using RnnGrader.Web.Access;
using RnnGrader.Web.Gradebook;
using RnnGrader.Web.Work;

namespace RnnGrader.Web.Printing;

/// <summary>An assignment on paper: each student's own numbers, drawn where there are none yet.</summary>
internal sealed class PaperPrinting(StoreContext store, Numbers numbers)
{
    // A class is printed in parts of so many worksheets, so that neither drawing nor showing one takes long or much memory.
    private const int MostSheets = 120;

    /// <summary>Draws what the students of a part have not opened yet, each worksheet in its transaction. Safe to repeat: what is drawn stays.</summary>
    public async Task DrawAsync(Visit visit, PrintChoice choice, CancellationToken cancellationToken)
    {
        var items = await ItemsAsync(visit, choice, cancellationToken);
        var (students, _, _) = await StudentsAsync(visit, choice, items, cancellationToken);
        foreach (var student in students)
        {
            foreach (var terms in (await Terms.Of(store, visit.Id, student.Id).ToListAsync(cancellationToken)).Where(terms => items.Contains(terms.Item.Id)))
            {
                await numbers.PrintAsync(terms, student.Id, cancellationToken);
            }
        }

        foreach (var id in await Drawn(items, students).Where(i => i.Code == null).Select(i => i.Id).ToListAsync(cancellationToken))
        {
            await GiveCodeAsync(id, cancellationToken);
        }
    }

    /// <summary>Reads what a part of the class has now.</summary>
    public async Task<PrintedPart> ReadAsync(Visit visit, PrintChoice choice, CancellationToken cancellationToken)
    {
        var items = await ItemsAsync(visit, choice, cancellationToken);
        var (students, part, parts) = await StudentsAsync(visit, choice, items, cancellationToken);
        var place = await PlaceAsync(visit.Id, cancellationToken);
        var drawn = (await Drawn(items, students).AsNoTracking().ToListAsync(cancellationToken))
            .GroupBy(i => (i.ItemId, i.PersonId)).ToDictionary(same => same.Key, same => same.MaxBy(i => i.Round)!);
        return new(
            [.. students.Select(student => (student, (IReadOnlyList<Printout>)[.. items
                .Select(item => drawn.GetValueOrDefault((item, student.Id))).OfType<Instance>().Select(row => Of(row, WorksheetJson.Read(row.Worksheet), student.Name, place, student.Group))]))],
            part, parts, (students.Count * items.Count) - drawn.Count);
    }

    /// <summary>One worksheet, of a student or of practice.</summary>
    public async Task<Printout> ReadAsync(Visit visit, CancellationToken cancellationToken)
    {
        // The code is read from the store: what is kept in memory may be from before it was given.
        var row = await store.Instances.AsNoTracking().SingleAsync(i => i.Id == visit.Id, cancellationToken);
        var sheet = visit.Drawn!.Sheet;
        if (row.AssignmentId is not { } assignment)
        {
            return new() { Row = row, Sheet = sheet };
        }

        var name = await store.Users.Where(p => p.Id == row.PersonId).Select(p => p.Name).SingleAsync(cancellationToken);
        var group = await store.Memberships.Where(m => m.CourseId == row.CourseId && m.PersonId == row.PersonId).Select(m => m.GroupName).SingleOrDefaultAsync(cancellationToken);
        return Of(row, sheet, name, await PlaceAsync(assignment, cancellationToken), group);
    }

    private IQueryable<Instance> Drawn(List<Guid> items, List<Student> students)
    {
        var people = students.ConvertAll(student => student.Id);
        return store.Instances.Where(i => items.Contains(i.ItemId!.Value) && people.Contains(i.PersonId!.Value));
    }

    private static Printout Of(Instance row, Worksheet sheet, string name, IReadOnlyList<string> place, string? group) =>
        new() { Row = row, Sheet = sheet, Name = name, Place = group is null ? place : [.. place, group] };

    private async Task<List<Guid>> ItemsAsync(Visit visit, PrintChoice choice, CancellationToken cancellationToken) =>
        [.. (await store.Items.Where(i => i.AssignmentId == visit.Id).OrderBy(i => i.Position).Select(i => i.Id).ToListAsync(cancellationToken)).Where(choice.Takes)];

    private async Task<(List<Student> Students, int Part, int Parts)> StudentsAsync(Visit visit, PrintChoice choice, List<Guid> items, CancellationToken cancellationToken)
    {
        var students = Students.Of(store, visit.Course, choice.Group).Where(student => choice.Student == null || student.Id == choice.Student);
        var atOnce = Math.Max(1, MostSheets / Math.Max(1, items.Count));
        var parts = Math.Max(1, (await students.CountAsync(cancellationToken) + atOnce - 1) / atOnce);
        var part = Math.Min(choice.Part, parts);
        return (await students.Skip((part - 1) * atOnce).Take(atOnce).ToListAsync(cancellationToken), part, parts);
    }

    private async Task<IReadOnlyList<string>> PlaceAsync(Guid assignmentId, CancellationToken cancellationToken)
    {
        var titles = await store.Assignments.Where(a => a.Id == assignmentId).Join(store.Courses, a => a.CourseId, c => c.Id, (a, c) => new { Course = c.Title, a.Title }).SingleAsync(cancellationToken);
        return [titles.Course, titles.Title];
    }

    // Of two at once the first gives it.
    private Task<int> GiveCodeAsync(Guid instance, CancellationToken cancellationToken) => store.InTransactionAsync(
        () => store.Instances.Where(i => i.Id == instance && i.Code == null).ExecuteUpdateAsync(set => set.SetProperty(i => i.Code, SheetCode.New()), cancellationToken), cancellationToken);
}
