using FluentValidation;

namespace RnnGrader.Web.Requests;

/// <summary>Holds a posted body to its rules before the handler sees it.</summary>
internal sealed class Validated<T>(IValidator<T> rules) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var result = await rules.ValidateAsync(context.Arguments.OfType<Posted<T>>().Single().Value, context.HttpContext.RequestAborted);
        return result.IsValid ? await next(context) : Problem.Invalid(result.ToDictionary().AsReadOnly());
    }
}
