using RnnGrader.Web.Access;
using RnnGrader.Web.Assignments;
using RnnGrader.Web.Courses;
using RnnGrader.Web.Demo;
using RnnGrader.Web.Diagrams;
using RnnGrader.Web.Drafts;
using RnnGrader.Web.Exercises;
using RnnGrader.Web.Extensions;
using RnnGrader.Web.Gradebook;
using RnnGrader.Web.Instances;
using RnnGrader.Web.Lti;
using RnnGrader.Web.Lti.Registering;
using RnnGrader.Web.OpenApi;
using RnnGrader.Web.Overrides;
using RnnGrader.Web.Pages;
using RnnGrader.Web.Pages.Shell;
using RnnGrader.Web.People;
using RnnGrader.Web.People.Joining;
using RnnGrader.Web.Privacy;
using RnnGrader.Web.Progress;
using RnnGrader.Web.Readings;
using RnnGrader.Web.Regrades;
using RnnGrader.Web.Requests;
using RnnGrader.Web.Service;
using RnnGrader.Web.SignIn;
using RnnGrader.Web.Solving;
using RnnGrader.Web.Statistics;
using RnnGrader.Web.Submissions;
using RnnGrader.Web.Transfers;
using RnnGrader.Web.Work;

var command = Commands.Read(args);
if (command is Command.Unknown)
{
    await Console.Error.WriteLineAsync($"There is no command '{args[0]}'. Run RnnGrader.Web alone to serve, with 'migrate' to bring the database up to date, with 'lti' to register platforms, or with 'demo' to make a course to look around in.");
    return 2;
}

var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
builder.AddKestrelLimits();
builder.AddRnnGraderStore();
builder.AddTelemetry();
builder.AddRateLimits();
builder.AddLti();
builder.Services.AddSingleton(TimeProvider.System);
builder.Services.AddRequests();
builder.Services.AddAccess();
builder.AddSignIn();
builder.Services.AddInstances();
builder.Services.AddCourses();
builder.Services.AddAssignments();
builder.Services.AddGrades();
builder.Services.AddPrivacy();
builder.Services.AddJoining();
builder.Services.AddScoped<DemoCourse>().AddSingleton<DemoMaking>();
builder.Services.AddOpenApiDocument();
builder.Services.AddPages();

await using var app = builder.Build();
app.UsePageHeaders();
app.UseLtiFrames();
app.UseLanguages();
app.UseRefusals();
app.UsePageFiles();
app.UseRouting();
app.UseRateLimits();
app.UseAuthentication();
app.UseSameSite();
app.UseLtiSession();
app.UseAccess();
app.UseAntiforgery();
app.MapService();
app.MapDocs();
app.MapApi()
    .MapExercises()
    .MapInstances().MapDiagrams().MapSolving()
    .MapDrafts().MapReadings()
    .MapSubmissions().MapOverrides()
    .MapPeople().MapJoining().MapTokens().MapInvitations().MapPrivacy()
    .MapCourses().MapMembers().MapRoster().MapGroups().MapAudit().MapTransfers()
    .MapAssignments().MapExtensions().MapWork()
    .MapRegrades()
    .MapGradebook().MapProgress().MapStatistics();
app.MapPages();
app.MapLti();

switch (command)
{
    case Command.Migrate:
        return await app.MigrateAsync();
    case Command.OpenApi:
        await Console.Out.WriteAsync(app.OpenApiDocument());
        return 0;
    case Command.Lti:
        await app.PrepareStoreAsync();
        return await app.RunAsync(args);
    case Command.Demo:
        return await app.MakeDemoAsync();
    default:
        await app.PrepareStoreAsync();
        await app.RunAsync();
        return 0;
}
