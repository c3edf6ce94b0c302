using System.Reflection;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.Http.Metadata;
using RnnGrader.Web.Access;

namespace RnnGrader.Web.Requests;

/// <summary>A request's JSON body, read with care, and what tells a repetition of it.</summary>
/// <param name="Value">The body.</param>
/// <param name="Repeats">What tells a repetition.</param>
/// <typeparam name="T">A record of what may be sent; <see cref="JsonElement"/>s where numbers must stay exact.</typeparam>
internal sealed record Posted<T>(T Value, RequestIdentity Repeats) : IEndpointParameterMetadataProvider
{
    public static async ValueTask<Posted<T>> BindAsync(HttpContext context)
    {
        var key = IdempotencyHeader.Read(context.Request.Headers);
        var (body, sent) = await JsonBody.ReadAsync(context, typeof(T).IsDefined(typeof(CanBeEmptyAttribute), false));
        var scope = RequestIdentity.ScopeOf(context.Request.Method, context.Request.Path, Caller.Of(context.User)?.PersonId);
        return new(RequestJson.Read<T>(body), new(scope, key, SHA256.HashData(sent)));
    }

    public static void PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder) =>
        builder.Metadata.Add(new AcceptsMetadata(["application/json"], typeof(T)));
}
