using System.Text.Json;

namespace RnnGrader.Web.Requests;

/// <summary>The members that a body may have: those of the record it is read as.</summary>
internal static class Members<T>
{
    private static readonly string[] Names = [.. typeof(T).GetProperties().Select(property => JsonNamingPolicy.CamelCase.ConvertName(property.Name))];

    /// <summary>A misspelt member would be left out in silence, and a draw would not be what was asked for.</summary>
    public static void RefuseUnknown(JsonElement body)
    {
        var unknown = body.EnumerateObject().Select(member => member.Name).Where(name => !Names.Contains(name)).ToArray();
        if (unknown.Length > 0)
        {
            throw new RefusalException(Problem.Invalid(unknown.ToDictionary(
                name => name,
                name => new[] { $"There is no member of this name here. There are {string.Join(", ", Names)}." })));
        }
    }
}
