using System.Text.Json;
using RnnGrader.Engine;
using RnnGrader.Exercises;
using RnnGrader.Grading;
using RnnGrader.Storage;
using RnnGrader.Web.Requests;

namespace RnnGrader.Web.Assignments;

/// <summary>Makes stored assignments be what was sent.</summary>
internal static class AssignmentRow
{
    /// <summary>An assignment of nothing yet, graded by the grader as it is now.</summary>
    public static Assignment New(Guid course, DateTime now) => new()
    {
        Id = Ids.New(now),
        CourseId = course,
        Title = "",
        OpensAt = null,
        DueAt = null,
        ClosesAt = null,
        LatePenaltyPerDay = 0,
        Feedback = FeedbackTime.Immediate,
        CreditsCarried = true,
        GraderVersion = Grader.Version,
        Published = false,
        CreatedAt = now,
    };

    /// <summary>Sets everything that was sent, with the defaults for what was not.</summary>
    /// <param name="assignment">The assignment.</param>
    /// <param name="request">What was sent.</param>
    /// <param name="now">When.</param>
    /// <param name="path">Where in the body it stands, for what is said of it.</param>
    /// <exception cref="RefusalException">A parameter has no meaning, or an item is none of this assignment's.</exception>
    public static void Set(this Assignment assignment, AssignmentRequest request, DateTime now, string path = "")
    {
        assignment.Title = request.Title!.Trim();
        assignment.OpensAt = request.OpensAt;
        assignment.DueAt = request.DueAt;
        assignment.ClosesAt = request.ClosesAt;
        assignment.LatePenaltyPerDay = request.LatePenaltyPerDay ?? 0;
        assignment.Feedback = request.Feedback ?? FeedbackTime.Immediate;
        assignment.CreditsCarried = request.CreditsCarried ?? true;
        assignment.Published = request.Published ?? false;
        assignment.ArchivedAt = request.Archived == true ? assignment.ArchivedAt ?? now : null;
        SetItems(assignment, request.Items ?? [], now, path);
    }

    private static void SetItems(Assignment assignment, IReadOnlyList<ItemRequest> sent, DateTime now, string at)
    {
        var problems = new Dictionary<string, string[]>();
        var free = assignment.Items.OrderBy(item => item.Position).ToList();
        List<AssignmentItem> kept = [];
        for (var position = 0; position < sent.Count; position++)
        {
            var exercise = Catalogue.Find(sent[position].Exercise!)!;
            var own = new Problems();
            var settings = Settings.Read(exercise, sent[position].Parameters, own);
            foreach (var (path, sentences) in own.ByPath)
            {
                problems[$"{at}items[{position}].{path}"] = sentences;
            }

            var item = sent[position].Id is { } id
                ? free.Find(known => Ids.Write(known.Id) == id && known.Exercise == exercise.Slug)
                : free.Find(known => known.Exercise == exercise.Slug && !sent.Any(other => other.Id == Ids.Write(known.Id)));
            if (item is null && sent[position].Id is not null)
            {
                problems[$"{at}items[{position}].id"] = ["This assignment has no such item of this exercise. Leave the id out for a new one."];
            }
            else if (settings is not null)
            {
                free.Remove(item!);
                kept.Add(Put(item ?? New(assignment, exercise, now), sent[position], settings, position));
            }
        }

        if (problems.Count > 0)
        {
            throw new RefusalException(Problem.Invalid(problems));
        }

        assignment.Items.Clear();
        assignment.Items.AddRange(kept);
    }

    private static AssignmentItem Put(AssignmentItem item, ItemRequest request, Settings settings, int position)
    {
        item.Position = position;
        item.Parameters = settings.ToJson();
        item.Points = request.Points ?? 1;
        item.MaxAttempts = request.MaxAttempts;
        item.NewNumbers = request.NewNumbers ?? NewNumbers.Never;
        item.CompleteAt = request.CompleteAt ?? 1;
        return item;
    }

    private static AssignmentItem New(Assignment assignment, Exercise exercise, DateTime now) => new()
    {
        Id = Ids.New(now),
        CourseId = assignment.CourseId,
        AssignmentId = assignment.Id,
        Position = 0,
        Exercise = exercise.Slug,
        Level = JsonNamingPolicy.CamelCase.ConvertName(exercise.Level.ToString()),
        Parameters = "{}",
        Points = 1,
        MaxAttempts = null,
        NewNumbers = NewNumbers.Never,
        CompleteAt = 1,
    };
}
