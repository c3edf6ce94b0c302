using RnnGrader.Web.People;

namespace RnnGrader.Web.Pages.Administration;

/// <summary>Somebody, and who may be the same.</summary>
public sealed class JoinView
{
    internal PersonAnswer Person { get; init; } = null!;

    internal string? Sought { get; init; }

    internal IReadOnlyList<PersonAnswer> Found { get; init; } = [];

    /// <summary>Names of the platforms that people come from, by their ids.</summary>
    internal ILookup<string, string> Platforms { get; init; } = null!;

    internal IReadOnlyList<string> Objections { get; init; } = [];

    internal string Address => $"/admin/people/{Person.Id}/join";
}
