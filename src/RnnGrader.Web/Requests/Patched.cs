using System.Reflection;
using System.Text.Json;
using FluentValidation;
using Microsoft.AspNetCore.Http.Metadata;

namespace RnnGrader.Web.Requests;

/// <summary>A change to something: the members that it names are replaced (RFC 7396 at the top level), and the result is held to the rules of the whole.</summary>
/// <param name="Changes">The body.</param>
/// <typeparam name="T">What a client sends to make the thing.</typeparam>
internal sealed record Patched<T>(JsonElement Changes) : IEndpointParameterMetadataProvider
{
    public static async ValueTask<Patched<T>> BindAsync(HttpContext context)
    {
        var (body, _) = await JsonBody.ReadAsync(context);
        Members<T>.RefuseUnknown(body);
        return new(body);
    }

    public static void PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder) =>
        builder.Metadata.Add(new AcceptsMetadata(["application/json"], typeof(T)));

    /// <summary>What there will be.</summary>
    /// <exception cref="RefusalException">It would break a rule.</exception>
    public T Over(T current, IValidator<T> rules)
    {
        var merged = JsonSerializer.SerializeToNode(current, RequestJson.Options)!.AsObject();
        foreach (var change in Changes.EnumerateObject())
        {
            merged[change.Name] = JsonSerializer.SerializeToNode(change.Value);
        }

        var result = RequestJson.Read<T>(JsonSerializer.SerializeToElement(merged));
        var problems = rules.Validate(result);
        return problems.IsValid ? result : throw new RefusalException(Problem.Invalid(problems.ToDictionary().AsReadOnly()));
    }
}
