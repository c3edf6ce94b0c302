using System.Text.Json;
using System.Text.Json.Serialization;
using FluentValidation;

namespace RnnGrader.Web.Requests;

internal static class RequestServices
{
    /// <summary>The rules of bodies, and the form of answers.</summary>
    public static void AddRequests(this IServiceCollection services)
    {
        services.AddValidatorsFromAssemblyContaining<Program>(ServiceLifetime.Singleton, includeInternalTypes: true);
        services.ConfigureHttpJsonOptions(json =>
        {
            json.SerializerOptions.DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull;
            json.SerializerOptions.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase));
        });
    }
}
