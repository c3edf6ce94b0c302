using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Http.HttpResults;
using RnnGrader.Web.Requests;

namespace RnnGrader.Web.Gradebook;

/// <summary>In which form a gradebook is asked for.</summary>
/// <param name="Layout">The layout of a file; null for JSON.</param>
internal readonly record struct GradebookForm(GradebookLayout? Layout)
{
    private const string Csv = "text/csv";

    /// <param name="request">Its `Accept` counts where `format` and `layout` are left out.</param>
    /// <param name="format">`json` or `csv`.</param>
    /// <param name="layout">Only files have one.</param>
    /// <param name="form">What is asked for.</param>
    /// <param name="problem">Why it has no meaning.</param>
    public static bool TryRead(HttpRequest request, string? format, string? layout, out GradebookForm form, [NotNullWhen(false)] out ProblemHttpResult? problem)
    {
        var isFile = format is null ? layout is not null || Prefers(request) : format == "csv";
        form = new(!isFile ? null : layout switch { "canvas" => GradebookLayout.Canvas, "moodle" => GradebookLayout.Moodle, _ => GradebookLayout.Plain });
        problem = format is not (null or "json" or "csv") ? Problem.Invalid("format", "format must be `json` or `csv`.")
            : layout is not (null or "plain" or "canvas" or "moodle") ? Problem.Invalid("layout", "layout must be `plain`, `canvas` or `moodle`.")
            : layout is not null && !isFile ? Problem.Invalid("layout", "Only files have a layout: leave it out, or ask for format=csv.")
            : null;
        return problem is null;
    }

    // A type that is wanted more, or as much and named first.
    private static bool Prefers(HttpRequest request) => request.GetTypedHeaders().Accept
        .Where(type => type.Quality != 0)
        .OrderByDescending(type => type.Quality ?? 1)
        .FirstOrDefault(type => type.MediaType.Equals(Csv, StringComparison.OrdinalIgnoreCase) || type.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase) || type.MatchesAllTypes)
        ?.MediaType.Equals(Csv, StringComparison.OrdinalIgnoreCase) == true;
}
