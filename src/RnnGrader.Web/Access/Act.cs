namespace RnnGrader.Web.Access;

/// <summary>What can be done. Each endpoint is one of these, or is refused to everybody.</summary>
internal enum Act
{
    SeeCatalogue,
    DrawPractice,
    SeeInstance,
    Answer,
    AskForHelp,
    SeeSubmission,
    OverrideScore,
    SeeMyself,
    MakeToken,
    SeeTokens,
    RevokeToken,
    MakePerson,
    SeePerson,
    MakeCourse,
    SeeCourses,
    SeeCourse,
    ChangeCourse,
    SeeMembers,
    ChangeMembers,
    SeeProgress,
    SeeAudit,
    SeeAssignments,
    MakeAssignment,
    SeeAssignment,
    ChangeAssignment,
    SeeGrades,
    Regrade,
    Work,
}
