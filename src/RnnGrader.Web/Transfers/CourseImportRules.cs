using FluentValidation;

namespace RnnGrader.Web.Transfers;

internal sealed class CourseImportRules : AbstractValidator<CourseImport>
{
    private const int MaxDays = 3660;

    public CourseImportRules()
    {
        RuleFor(import => import.Course).NotNull().OverridePropertyName("course").WithMessage("course must be the document that GET /api/v1/courses/{id}/export answers.");
        RuleFor(import => import.Course!).SetValidator(new CourseDocumentRules()).When(import => import.Course is not null).OverridePropertyName("course");
        RuleFor(import => import.Title).Must(CourseDocumentRules.IsText).When(import => import.Title is not null).OverridePropertyName("title").WithMessage(CourseDocumentRules.TextSentence("title"));
        RuleFor(import => import.Term).Must(CourseDocumentRules.IsText).When(import => import.Term is not null).OverridePropertyName("term").WithMessage(CourseDocumentRules.TextSentence("term"));
        RuleFor(import => import.ShiftDays).InclusiveBetween(-MaxDays, MaxDays)
            .OverridePropertyName("shiftDays").WithMessage($"shiftDays must be a whole number from -{MaxDays} to {MaxDays}.");
        RuleFor(import => import.TimeZone).Must(zone => zone is null || TimeZoneInfo.TryFindSystemTimeZoneById(zone, out _))
            .OverridePropertyName("timeZone").WithMessage("timeZone must be the name of a time zone, such as \"Europe/Berlin\".");
    }
}
