using RnnGrader.Exercises;
using RnnGrader.Storage;
using RnnGrader.Web.Assignments;
using RnnGrader.Web.Requests;
using static RnnGrader.Web.Lti.LtiPages;

namespace RnnGrader.Web.Lti.DeepLinking;

/// <summary>The form in which an instructor picks assignments or makes one of exercises.</summary>
internal static class PickerForm
{
    private const int MaxTitle = 200;

    /// <param name="ticket">The ticket's text.</param>
    /// <param name="question">What is asked.</param>
    /// <param name="assignments">What there is to link to.</param>
    /// <param name="problem">What was wrong with the last answer; null where nothing was.</param>
    public static string Html(string ticket, DeepLinkTicket question, IEnumerable<Assignment> assignments, string? problem)
    {
        var kind = question.AcceptsMany ? "checkbox" : "radio";
        var existing = string.Concat(assignments.Select(a => $"""<label><input type="{kind}" name="assignment" value="{Ids.Write(a.Id)}"> {Text(a.Title)}{(a.Published ? "" : " (not published)")}</label>"""));
        var exercises = string.Concat(Catalogue.All.Select(e => $"""<label><input type="checkbox" name="exercise" value="{e.Slug}"> {e.Number}. {Text(e.Title)}</label>"""));
        return $"""
            {(problem is null ? "" : $"""<p role="alert">{Text(problem)}</p>""")}
            <form method="post" action="{LtiEndpoints.DeepLinkPath}"><input type="hidden" name="ticket" value="{Text(ticket)}">
            <fieldset><legend>Assignments of this course</legend>{(existing.Length > 0 ? existing : "<p>There are none yet.</p>")}</fieldset>
            <fieldset><legend><label><input type="{kind}" name="assignment" value="new"> A new assignment</label></legend>
            <label>Title <input name="title" maxlength="{MaxTitle}"></label>{exercises}</fieldset>
            <p><button>Link</button> <button name="cancel" value="1">Cancel</button></p></form>
            """;
    }

    /// <summary>The new assignment that the form asks for; null where it says too little. It is published: whoever links it means it to be worked on.</summary>
    public static AssignmentRequest? Read(IFormCollection form)
    {
        var title = form["title"].ToString().Trim();
        var slugs = form["exercise"].OfType<string>().Distinct().ToList();
        return title.Length is >= 1 and <= MaxTitle && slugs.Count > 0 && slugs.TrueForAll(slug => Catalogue.Find(slug) is not null)
            ? new(title, null, null, null, null, null, null, true, false, [.. slugs.Select(slug => new ItemRequest(null, slug, null, null, null, null, null))])
            : null;
    }
}
