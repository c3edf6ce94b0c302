using FluentValidation;

namespace RnnGrader.Web.Courses;

internal sealed class CourseChangeRules : AbstractValidator<CourseChange>
{
    public CourseChangeRules(IValidator<CourseRequest> whole) => RuleFor(change => new CourseRequest(change.Title, change.Term)).SetValidator(whole).OverridePropertyName("");
}
