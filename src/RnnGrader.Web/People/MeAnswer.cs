namespace RnnGrader.Web.People;

/// <summary>Who calls.</summary>
/// <param name="Id">Id.</param>
/// <param name="Name">As it is shown.</param>
/// <param name="Email">The e-mail address; absent where there is none.</param>
/// <param name="Administrator">Whether they may do everything everywhere.</param>
/// <param name="Courses">The courses that they belong to, newest first.</param>
internal sealed record MeAnswer(string Id, string Name, string? Email, bool Administrator, IReadOnlyList<MyCourseAnswer> Courses);
