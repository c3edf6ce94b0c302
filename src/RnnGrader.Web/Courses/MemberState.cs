using RnnGrader.Storage;

namespace RnnGrader.Web.Courses;

/// <summary>What somebody is in a course.</summary>
internal sealed record MemberState(CourseRole Role, string? Group)
{
    public static MemberState Of(Membership membership) => new(membership.Role, membership.GroupName);
}
