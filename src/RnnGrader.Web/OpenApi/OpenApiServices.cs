using System.Globalization;
using Microsoft.OpenApi;
using RnnGrader.Engine.Numbers;
using RnnGrader.Web.Service;
using Swashbuckle.AspNetCore.Swagger;

namespace RnnGrader.Web.OpenApi;

/// <summary>The description of the API: made from types and comments, kept in the repository as openapi.json, and served from there.</summary>
internal static class OpenApiServices
{
    private const string Name = "v1";

    public static void AddOpenApiDocument(this IServiceCollection services)
    {
        services.AddEndpointsApiExplorer();
        services.AddSwaggerGen(swagger =>
        {
            swagger.SwaggerDoc(Name, new OpenApiInfo
            {
                Title = "RnnGrader",
                Version = Name,
                Description = "Draws exercises on recurrent networks with new numbers, stores what students answer, and grades it.",
            });
            foreach (var comments in Directory.EnumerateFiles(AppContext.BaseDirectory, "RnnGrader.*.xml").Order(StringComparer.Ordinal))
            {
                swagger.IncludeXmlComments(comments);
            }

            swagger.SupportNonNullableReferenceTypes();
            swagger.NonNullableReferenceTypesAsRequired();
            swagger.MapType<Number>(() => NumberOrText());
            swagger.OperationFilter<RequestFilter>();
            swagger.OperationFilter<ProblemFilter>();
            swagger.OperationFilter<FileFilter>();
            swagger.SchemaFilter<RequestSchemaFilter>();
            swagger.SchemaFilter<AnswerExampleFilter>();
        });
    }

    /// <summary>The document as the code has it now.</summary>
    public static string OpenApiDocument(this WebApplication app)
    {
        // The description is read off the mapped endpoints, which are otherwise made known only when the host starts.
        ((IApplicationBuilder)app).UseEndpoints(_ => { });
        var document = app.Services.GetRequiredService<ISwaggerProvider>().GetSwagger(Name);
        using var text = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        document.SerializeAsV31(new OpenApiJsonWriter(text));
        return text + "\n";
    }

    /// <summary>Serves the repository's openapi.json unchanged, and Swagger UI from this host for it.</summary>
    public static void MapDocs(this WebApplication app)
    {
        foreach (var path in new[] { "/openapi.json", $"{Api.Base}/openapi.json" })
        {
            app.MapGet(path, () => TypedResults.Stream(typeof(OpenApiServices).Assembly.GetManifestResourceStream("openapi.json")!, "application/json")).ExcludeFromDescription();
        }

        app.MapGet($"{Api.Base}/docs", () => TypedResults.Redirect("/docs")).ExcludeFromDescription();
        app.UseSwaggerUI(ui =>
        {
            ui.RoutePrefix = "docs";
            ui.SwaggerEndpoint("../openapi.json", "RnnGrader");
        });
    }

    internal static OpenApiSchema NumberOrText() => new()
    {
        Type = JsonSchemaType.Number | JsonSchemaType.String,
        Description = "A JSON number where it has a finite decimal form, else text such as `\"1/3\"`.",
    };
}
