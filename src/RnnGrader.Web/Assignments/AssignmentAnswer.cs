using System.Text.Json.Serialization;
using RnnGrader.Storage;
using RnnGrader.Web.Requests;

namespace RnnGrader.Web.Assignments;

/// <summary>An assignment.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Course">Id of its course.</param>
/// <param name="Title">Its name.</param>
/// <param name="OpensAt">Before it nothing is drawn or submitted.</param>
/// <param name="DueAt">After it work is late.</param>
/// <param name="ClosesAt">From it on nothing is submitted.</param>
/// <param name="LatePenaltyPerDay">Share of the score that each started day of 24 hours after `dueAt` takes.</param>
/// <param name="Feedback">When students see verdicts.</param>
/// <param name="CreditsCarried">Whether values that follow from earlier wrong ones keep their credit.</param>
/// <param name="GraderVersion">Version of the grader that its submissions are graded by.</param>
/// <param name="Published">Whether students see it.</param>
/// <param name="Archived">Whether it is out of the way.</param>
/// <param name="CreatedAt">When it was made.</param>
/// <param name="Items">What is to be done, in order.</param>
internal sealed record AssignmentAnswer(
    string Id, string Course, string Title,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] DateTime? OpensAt,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] DateTime? DueAt,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] DateTime? ClosesAt,
    double LatePenaltyPerDay, FeedbackTime Feedback, bool CreditsCarried, int GraderVersion, bool Published, bool Archived, DateTime CreatedAt,
    IReadOnlyList<ItemAnswer> Items)
{
    public static AssignmentAnswer Of(Assignment a) => new(
        Ids.Write(a.Id), Ids.Write(a.CourseId), a.Title, a.OpensAt, a.DueAt, a.ClosesAt, a.LatePenaltyPerDay, a.Feedback, a.CreditsCarried, a.GraderVersion, a.Published,
        a.ArchivedAt is not null, a.CreatedAt, [.. a.Items.OrderBy(item => item.Position).Select(ItemAnswer.Of)]);
}
