using RnnGrader.Web.People;

namespace RnnGrader.Web.Privacy;

/// <summary>All that is stored about a person.</summary>
/// <param name="Person">Who.</param>
/// <param name="SignsIn">How they sign in: `password`, or the address of a provider.</param>
/// <param name="Courses">The courses that they belong or belonged to.</param>
/// <param name="Tokens">Their tokens, without the tokens themselves, which are kept nowhere.</param>
/// <param name="Work">What they worked on, each with what they typed and handed in.</param>
/// <param name="Extensions">More time that they were given.</param>
/// <param name="Changes">What they changed.</param>
internal sealed record PersonExport(
    PersonAnswer Person, IReadOnlyList<string> SignsIn, IReadOnlyList<ExportedCourse> Courses, IReadOnlyList<TokenAnswer> Tokens,
    IReadOnlyList<ExportedWork> Work, IReadOnlyList<ExportedExtension> Extensions, IReadOnlyList<ExportedChange> Changes);
