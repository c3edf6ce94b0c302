using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using RnnGrader.Storage;
using RnnGrader.Web.Access;
using RnnGrader.Web.Assignments;
using RnnGrader.Web.Lti.Keys;
using RnnGrader.Web.Pages;
using RnnGrader.Web.Pages.Lms;
using RnnGrader.Web.Pages.Teaching;
using RnnGrader.Web.Requests;

namespace RnnGrader.Web.Lti.DeepLinking;

/// <summary>An instructor chooses assignments to link, or makes some on the spot, or nothing; the answer goes back to the platform by a form that sends itself.</summary>
internal sealed class Picker(StoreContext store, AssignmentEditing assignments, DeepLinkTickets tickets, ToolKeys keys, TimeProvider time)
{
    /// <param name="http">The request.</param>
    /// <param name="ticket">The ticket's text; one that answers by itself counts only when it comes from here, or from the page that it was put into.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<IResult> ShowAsync(HttpContext http, string ticket, CancellationToken cancellationToken) =>
        Ticket(http, ticket) is { } question
            ? await PageAsync(http, new() { Ticket = ticket, Question = question, Assignments = await OwnAsync(question, cancellationToken) }, cancellationToken)
            : Lost(http);

    public async Task<IResult> AnswerAsync(HttpContext http, IFormCollection form, CancellationToken cancellationToken)
    {
        var text = form["ticket"].ToString();
        if (Ticket(http, text) is not { } question)
        {
            return Lost(http);
        }

        var (typed, own, problems) = (PickerForm.Read(form), await OwnAsync(question, cancellationToken), new List<string>());
        var chosen = typed.IsCancelled ? [] : own.Where(a => typed.Choices.Contains(Ids.Write(a.Id))).ToList();
        var wanted = typed.IsCancelled ? [] : typed.ToMake(problems);
        if (problems.Count > 0)
        {
            return await PageAsync(http, new() { Ticket = text, Question = question, Assignments = own, Typed = typed, Objections = problems }, cancellationToken, StatusCodes.Status422UnprocessableEntity);
        }

        chosen.AddRange(await MakeAsync(question, question.AcceptsMany ? wanted : wanted.TakeLast(1), http.Request, form, cancellationToken));
        var registration = await store.LtiRegistrations.AsNoTracking().SingleAsync(r => r.Id == question.RegistrationId, cancellationToken);
        var answer = DeepLinkAnswer.Of(registration, question, question.AcceptsMany ? chosen : chosen.TakeLast(1), http.Request.Origin(), time.Now());
        return FramePages.Show<ReturnPage>(
            http, new { Address = question.ReturnUrl, Answer = await keys.SignAsync(answer, cancellationToken) }, registration.Origins, formTo: new Uri(question.ReturnUrl).GetLeftPart(UriPartial.Authority));
    }

    // The form sent twice makes nothing twice.
    private async Task<IReadOnlyList<Assignment>> MakeAsync(DeepLinkTicket question, IEnumerable<AssignmentRequest> wanted, HttpRequest request, IFormCollection form, CancellationToken cancellationToken)
    {
        var visit = new Visit(new(question.PersonId, false), question.CourseId, question.CourseId, Roles.None);
        var (made, repeats) = (new List<Assignment>(), form.Identity(request, visit));
        foreach (var (index, assignment) in wanted.Index())
        {
            var id = await assignments.MakeAsync(visit, assignment, repeats with { Key = repeats.Key is { } key ? $"{key}-{index}" : null }, cancellationToken);
            made.Add(await assignments.FindAsync(id, cancellationToken));
        }

        return made;
    }

    private async Task<IReadOnlyList<Assignment>> OwnAsync(DeepLinkTicket question, CancellationToken cancellationToken) =>
        await store.Assignments.AsNoTracking().Include(a => a.Items).AsSingleQuery().Where(a => a.CourseId == question.CourseId && a.ArchivedAt == null).OrderBy(a => a.Title).ToListAsync(cancellationToken);

    private async Task<IResult> PageAsync(HttpContext http, PickerView view, CancellationToken cancellationToken, int status = StatusCodes.Status200OK)
    {
        var origins = await store.LtiRegistrations.Where(r => r.Id == view.Question.RegistrationId).Select(r => r.Origins).SingleAsync(cancellationToken);
        return FramePages.Show<PickerPage>(http, new { View = view }, origins, status);
    }

    private DeepLinkTicket? Ticket(HttpContext http, string text) =>
        tickets.Read(text) is { } ticket && (ticket.IsWithoutSession ? HttpMethods.IsPost(http.Request.Method) : Caller.Of(http.User)?.PersonId == ticket.PersonId) ? ticket : null;

    private static RazorComponentResult<NoticePage> Lost(HttpContext http) => FramePages.Notice(http, Texts.PickOver, Texts.PickOverText, null, StatusCodes.Status401Unauthorized);
}
