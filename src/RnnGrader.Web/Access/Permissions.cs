using static RnnGrader.Web.Access.Roles;

namespace RnnGrader.Web.Access;

/// <summary>Who may what: the one table. A test walks every endpoint and every role and holds them to it.</summary>
internal static class Permissions
{
    public static readonly IReadOnlyDictionary<Act, Permission> Table = new Permission[]
    {
        // The whole site.
        new(Act.SeeCatalogue, Place.Site, Anyone),
        new(Act.DrawPractice, Place.Site, Anyone),
        new(Act.EnterCode, Place.Site, Anyone),
        new(Act.SeeMyself, Place.Site, Person),
        new(Act.SeeTokens, Place.Site, Person),
        new(Act.SeeCourses, Place.Site, Person),
        new(Act.MakeToken, Place.Site, Teacher),
        new(Act.MakeCourse, Place.Site, Teacher),
        new(Act.MakePerson, Place.Site, Administrator),
        new(Act.ManagePlatforms, Place.Site, Administrator),

        // A person, a token.
        new(Act.SeePerson, Place.Person, Owner | Staff),
        new(Act.Invite, Place.Person, Runners),
        new(Act.ExportPerson, Place.Person, Owner | Administrator),
        new(Act.ErasePerson, Place.Person, Administrator),
        new(Act.JoinPeople, Place.Person, Administrator),
        new(Act.RevokeToken, Place.Token, Owner | Administrator),

        // An instance, a submission.
        new(Act.SeeInstance, Place.Instance, Owner | Staff),
        new(Act.AskForHelp, Place.Instance, Owner | Staff),
        new(Act.Answer, Place.Instance, Owner),
        new(Act.SeeSubmission, Place.Submission, Owner | Staff),
        new(Act.OverrideScore, Place.Submission, Staff),

        // A course.
        new(Act.SeeCourse, Place.Course, Members),
        new(Act.SeeProgress, Place.Course, Members),
        new(Act.SeeAssignments, Place.Course, Members),
        new(Act.SeeMembers, Place.Course, Staff),
        new(Act.SeeAudit, Place.Course, Staff),
        new(Act.SeeConnections, Place.Course, Staff),
        new(Act.ManageConnections, Place.Course, Runners),
        new(Act.ExportCourse, Place.Course, Staff),
        new(Act.ChangeCourse, Place.Course, Runners),
        new(Act.ChangeMembers, Place.Course, Runners),
        new(Act.MakeAssignment, Place.Course, Setters),

        // An assignment.
        new(Act.SeeAssignment, Place.Assignment, Members),
        new(Act.Work, Place.Assignment, Student),
        new(Act.SeeGrades, Place.Assignment, Staff),
        new(Act.Print, Place.Assignment, Staff),
        new(Act.ChangeAssignment, Place.Assignment, Setters),
        new(Act.Regrade, Place.Assignment, Setters),
    }.ToDictionary(permission => permission.Act);
}
