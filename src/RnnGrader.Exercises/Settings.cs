using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using RnnGrader.Engine;

namespace RnnGrader.Exercises;

/// <summary>The values of an exercise's parameters for one draw, with the defaults filled in.</summary>
public sealed class Settings
{
    private readonly SortedDictionary<string, string> values = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> numbers = new(StringComparer.Ordinal);

    private Settings(IEnumerable<Parameter> parameters)
    {
        foreach (var parameter in parameters)
        {
            Set(parameter, parameter.Default);
        }
    }

    public string Difficulty => values["difficulty"];

    /// <summary>Two draws with the same key and seed are the same.</summary>
    internal string Key => string.Join(';', values);

    public static Settings Default(Exercise exercise) => new(exercise.Parameters);

    /// <summary>Reads <c>{"difficulty": "hard", "hidden": 4}</c>; what is wrong is said under <c>parameters.…</c>.</summary>
    public static Settings? Read(Exercise exercise, JsonElement? json, Problems problems)
    {
        var settings = Default(exercise);
        if (json is not { ValueKind: not JsonValueKind.Null } given)
        {
            return settings;
        }

        if (given.ValueKind != JsonValueKind.Object)
        {
            problems.Add("parameters", "The parameters must be an object of values by name.");
            return null;
        }

        var sound = true;
        foreach (var member in given.EnumerateObject())
        {
            var parameter = exercise.Parameters.FirstOrDefault(parameter => parameter.Name == member.Name);
            var objection = parameter is null
                ? $"This exercise has no parameter '{member.Name}'; it has {string.Join(", ", exercise.Parameters.Select(known => known.Name))}."
                : Objection(parameter, member.Value);
            if (objection is null)
            {
                settings.Set(parameter!, member.Value.ToString());
            }
            else
            {
                problems.Add($"parameters.{member.Name}", objection);
                sound = false;
            }
        }

        if (sound && exercise.Objection(settings) is { } together)
        {
            problems.Add("parameters", together);
            sound = false;
        }

        return sound ? settings : null;
    }

    /// <summary>The number that was set or is the default; null where neither is.</summary>
    public int? Number(Parameter parameter) =>
        numbers.TryGetValue(parameter.Name, out var number) ? number : null;

    public string Choice(Parameter parameter) => values[parameter.Name];

    public string ToJson()
    {
        var json = new JsonObject();
        foreach (var (name, value) in values)
        {
            json[name] = numbers.TryGetValue(name, out var number) ? JsonValue.Create(number) : JsonValue.Create(value);
        }

        return json.ToJsonString();
    }

    private static string? Objection(Parameter parameter, JsonElement value)
    {
        if (parameter.Choices is { } choices)
        {
            return value.ValueKind == JsonValueKind.String && choices.Contains(value.GetString())
                ? null
                : $"{parameter.Name} must be one of {string.Join(", ", choices)}.";
        }

        return value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number) && number >= parameter.Minimum && number <= parameter.Maximum
            ? null
            : FormattableString.Invariant($"{parameter.Name} must be a whole number from {parameter.Minimum} to {parameter.Maximum}.");
    }

    private void Set(Parameter parameter, string? value)
    {
        if (value is null)
        {
            return;
        }

        values[parameter.Name] = value;
        if (parameter.Choices is null)
        {
            numbers[parameter.Name] = int.Parse(value, CultureInfo.InvariantCulture);
        }
    }
}
