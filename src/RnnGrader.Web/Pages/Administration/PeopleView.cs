using RnnGrader.Web.People;
using RnnGrader.Web.Requests;

namespace RnnGrader.Web.Pages.Administration;

/// <summary>The people of the site.</summary>
public sealed class PeopleView
{
    internal Page<PersonAnswer> People { get; init; } = null!;

    internal string? Sought { get; init; }

    internal bool IsLater { get; init; }

    internal IReadOnlyList<string> Objections { get; init; } = [];

    internal PersonRequest? Typed { get; init; }

    internal string Address => string.IsNullOrEmpty(Sought) ? "/admin/people" : $"/admin/people?q={Uri.EscapeDataString(Sought)}";
}
