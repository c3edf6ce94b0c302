using FluentValidation;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using RnnGrader.Storage;
using RnnGrader.Web.Access;
using RnnGrader.Web.Courses;
using RnnGrader.Web.Pages.Shell;
using RnnGrader.Web.Requests;

namespace RnnGrader.Web.Pages.Teaching;

/// <summary>Who belongs to a course: a table, one more, one less, a whole file after a look at it, and what groups must do.</summary>
internal static class RosterPages
{
    public static void MapRosterPages(this IEndpointRouteBuilder pages)
    {
        pages.MapGet("/teach/courses/{id}/roster", ShowAsync).Is(Act.SeeMembers);
        pages.MapPost("/teach/courses/{id}/roster/members", AddAsync).Is(Act.ChangeMembers);
        pages.MapPost("/teach/courses/{id}/roster/members/{person}", RemoveAsync).Is(Act.ChangeMembers);
        pages.MapPost("/teach/courses/{id}/roster/preview", PreviewAsync).Is(Act.ChangeMembers).WithMetadata(new RequestSizeLimitAttribute(RosterFile.MaxBytes));
        pages.MapPost("/teach/courses/{id}/roster/import", ImportAsync).Is(Act.ChangeMembers).WithMetadata(new RequestSizeLimitAttribute(RosterFile.MaxBytes));
        pages.MapPost("/teach/courses/{id}/groups", SetGoalAsync).Is(Act.ChangeCourse);
    }

    private static Task<IResult> ShowAsync(string id, string? cursor, Visit visit, Members members, StoreContext store, CancellationToken cancellationToken) =>
        PageAsync(cursor, visit, members, store, [], null, cancellationToken);

    private static async Task<IResult> AddAsync(
        string id, IFormCollection form, HttpRequest request, IValidator<MemberRequest> rules, Visit visit, Members members, StoreContext store, CancellationToken cancellationToken)
    {
        var role = Enum.TryParse<CourseRole>(form.Text("role"), out var named) && Enum.IsDefined(named) ? named : (CourseRole?)null;
        var (member, problems) = (new MemberRequest(form.Text("email"), form.Text("name"), role, form.Text("group")), new List<string>());
        rules.Check(member, problems);
        if (problems.Count > 0)
        {
            return await PageAsync(null, visit, members, store, problems, member, cancellationToken);
        }

        await members.EnrolAsync(visit, member, form.Identity(request, visit), cancellationToken);
        return Roster(id);
    }

    private static async Task<IResult> RemoveAsync(string id, string person, IFormCollection form, Visit visit, Members members, CancellationToken cancellationToken)
    {
        if (Ids.Read(person) is { } member)
        {
            await members.RemoveAsync(visit, member, cancellationToken);
        }

        return Roster(id);
    }

    private static async Task<IResult> PreviewAsync(string id, IFormCollection form, Visit visit, Members members, StoreContext store, CancellationToken cancellationToken)
    {
        var text = form["text"].ToString();
        try
        {
            text = form.Files["file"] is { Length: > 0 } file ? await RosterFile.TextAsync(file.OpenReadStream(), cancellationToken) : text;
            var roster = Courses.Roster.Read(text);
            var outcome = await members.ImportAsync(visit, roster, dry: true, cancellationToken);
            return await PreviewPageAsync(visit, store, text, outcome, roster.Members, [], cancellationToken);
        }
        catch (RefusalException refusal)
        {
            return await PreviewPageAsync(visit, store, text, null, [], refusal.Sentences(), cancellationToken);
        }
    }

    private static async Task<IResult> ImportAsync(string id, IFormCollection form, Visit visit, Members members, CancellationToken cancellationToken)
    {
        await members.ImportAsync(visit, Courses.Roster.Read(form["text"].ToString()), dry: false, cancellationToken);
        return Roster(id);
    }

    private static async Task<IResult> SetGoalAsync(string id, IFormCollection form, IValidator<GroupRequest> rules, Visit visit, Groups groups, Members members, StoreContext store, CancellationToken cancellationToken)
    {
        var problems = new List<string>();
        var goal = new GroupRequest(PageForms.WholeNumber(form.Text("goal"), Texts.TeachGoal, problems));
        rules.Check(goal, problems);
        if (problems.Count > 0)
        {
            return await PageAsync(null, visit, members, store, problems, null, cancellationToken);
        }

        await groups.SetAsync(visit, form.Text("group") ?? "", goal.Goal, cancellationToken);
        return Roster(id);
    }

    private static async Task<IResult> PageAsync(
        string? cursor, Visit visit, Members members, StoreContext store, IReadOnlyList<string> problems, MemberRequest? typed, CancellationToken cancellationToken)
    {
        if (!Paging.TryRead(null, cursor, out var paging, out var problem))
        {
            return PageResults.Refused(problem);
        }

        var found = await members.Of(visit.Course).Skip(paging.After).Take(paging.Limit + 1).ToListAsync(cancellationToken);
        return PageResults.Show<RosterPage>(new
        {
            View = new RosterView
            {
                Frame = await CourseFrame.OfAsync(store, visit, cancellationToken),
                Members = paging.Cut(found).Select(row => row.Answer()),
                IsLater = cursor is not null,
                Objections = problems,
                Typed = typed,
            },
        });
    }

    private static async Task<IResult> PreviewPageAsync(
        Visit visit, StoreContext store, string text, RosterAnswer? outcome, IReadOnlyList<MemberRequest> members, IReadOnlyList<string> problems, CancellationToken cancellationToken) =>
        PageResults.Show<RosterPreviewPage>(new
        {
            View = new RosterPreviewView { Frame = await CourseFrame.OfAsync(store, visit, cancellationToken), Text = text, Outcome = outcome, Members = members, Objections = problems },
        });

    private static RedirectHttpResult Roster(string id) => TypedResults.Redirect($"/teach/courses/{id}/roster");
}
