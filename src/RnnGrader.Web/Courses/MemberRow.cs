using RnnGrader.Storage;
using RnnGrader.Web.Requests;

namespace RnnGrader.Web.Courses;

/// <summary>A membership and whose it is.</summary>
internal sealed record MemberRow
{
    public required Membership Membership { get; init; }

    public required Person Person { get; init; }

    public MemberAnswer Answer() =>
        new(Ids.Write(Person.Id), Person.Email, Person.Name, Membership.Role, Membership.GroupName, Membership.JoinedAt);
}
