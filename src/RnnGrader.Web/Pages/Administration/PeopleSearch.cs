using Microsoft.EntityFrameworkCore;
using RnnGrader.Storage;

namespace RnnGrader.Web.Pages.Administration;

internal static class PeopleSearch
{
    /// <summary>People whose name or address has the text in it, by name.</summary>
    public static IQueryable<Person> Having(this IQueryable<Person> people, string? text)
    {
        var pattern = $"%{(text ?? "").Trim().ToUpperInvariant().Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal)}%";
        return people
            .Where(p => p.Id != Person.AdministratorId && (EF.Functions.Like(p.Name.ToUpper(), pattern, "\\") || EF.Functions.Like(p.NormalizedEmail!, pattern, "\\")))
            .OrderBy(p => p.Name).ThenBy(p => p.Id);
    }
}
