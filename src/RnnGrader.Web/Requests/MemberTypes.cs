using System.Collections;
using System.Text.Json;

namespace RnnGrader.Web.Requests;

/// <summary>Says of a member of a body what it should have been.</summary>
internal static class MemberTypes
{
    /// <param name="body">What the body is read as.</param>
    /// <param name="path">Such as `$.items[0].points`.</param>
    public static string Sentence(Type body, string path)
    {
        var type = body;
        foreach (var name in path.Split('.').Skip(1).Select(step => step.Split('[')[0]))
        {
            type = Element(type);
            var property = type.GetProperties().SingleOrDefault(p => JsonNamingPolicy.CamelCase.ConvertName(p.Name) == name);
            if (property is null)
            {
                return $"There is no member of this name here. There are {string.Join(", ", type.GetProperties().Select(p => JsonNamingPolicy.CamelCase.ConvertName(p.Name)))}.";
            }

            type = property.PropertyType;
        }

        return $"This must be {Words(path.EndsWith(']') ? Element(type) : type)}.";
    }

    private static Type Element(Type type) => IsList(type) ? type.GetGenericArguments()[0] : type;

    private static bool IsList(Type type) => type.IsGenericType && type.IsAssignableTo(typeof(IEnumerable));

    private static string Words(Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        return type == typeof(string) ? "text"
            : type == typeof(bool) ? "true or false"
            : type == typeof(int) ? "a whole number"
            : type == typeof(double) ? "a number"
            : type == typeof(DateTime) ? "a time with its offset, such as \"2026-09-01T08:00:00Z\""
            : type.IsEnum ? "one of " + string.Join(", ", Enum.GetNames(type).Select(name => $"\"{JsonNamingPolicy.CamelCase.ConvertName(name)}\""))
            : IsList(type) ? "a list: […]"
            : "an object: {…}";
    }
}
