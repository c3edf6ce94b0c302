using Microsoft.AspNetCore.Mvc;

namespace RnnGrader.Web.Drafts;

/// <summary>A problem that holds both versions, so that nothing that was typed is lost.</summary>
internal sealed class DraftConflict : ProblemDetails
{
    /// <summary>What is stored: another tab or device saved it.</summary>
    public required DraftAnswer Stored { get; init; }

    /// <summary>What was sent.</summary>
    public required DraftAnswer Sent { get; init; }
}
