using Microsoft.AspNetCore.Http.HttpResults;

namespace RnnGrader.Web.Requests;

/// <summary>A request that is refused where no result can be returned: while its body is read.</summary>
internal sealed class RefusalException(ProblemHttpResult answer) : Exception(answer.ProblemDetails.Detail)
{
    public ProblemHttpResult Answer { get; } = answer;
}
