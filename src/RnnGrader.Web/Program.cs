using RnnGrader.Web.Access;
using RnnGrader.Web.Diagrams;
using RnnGrader.Web.Exercises;
using RnnGrader.Web.Instances;
using RnnGrader.Web.OpenApi;
using RnnGrader.Web.People;
using RnnGrader.Web.Requests;
using RnnGrader.Web.Service;
using RnnGrader.Web.Solving;
using RnnGrader.Web.Submissions;

var command = Commands.Read(args);
if (command is Command.Unknown)
{
    await Console.Error.WriteLineAsync($"There is no command '{args[0]}'. Run RnnGrader.Web alone to serve, or with 'migrate' to bring the database up to date.");
    return 2;
}

var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
builder.AddKestrelLimits();
builder.AddRnnGraderStore();
builder.AddTelemetry();
builder.AddRateLimits();
builder.Services.AddSingleton(TimeProvider.System);
builder.Services.AddRequests();
builder.Services.AddAccess();
builder.Services.AddInstances();
builder.Services.AddOpenApiDocument();

await using var app = builder.Build();
app.UseRefusals();
app.UseRouting();
app.UseRateLimits();
app.UseAuthentication();
app.UseAccess();
app.MapService();
app.MapDocs();
app.MapApi().MapExercises().MapInstances().MapSubmissions().MapSolving().MapDiagrams()
    .MapPeople().MapTokens();

switch (command)
{
    case Command.Migrate:
        return await app.MigrateAsync();
    case Command.OpenApi:
        await Console.Out.WriteAsync(app.OpenApiDocument());
        return 0;
    default:
        await app.PrepareStoreAsync();
        await app.RunAsync();
        return 0;
}
