using Microsoft.EntityFrameworkCore;
using RnnGrader.Storage;
using RnnGrader.Web.Access;
using RnnGrader.Web.Requests;
using RnnGrader.Web.Service;

namespace RnnGrader.Web.Demo;

/// <summary>`RnnGrader.Web demo`.</summary>
internal static class DemoCommand
{
    /// <summary>Makes the demo course in the configured store, and a token of its instructor, which is shown once.</summary>
    /// <returns>The program's exit code.</returns>
    public static async Task<int> MakeDemoAsync(this WebApplication app)
    {
        await app.PrepareStoreAsync();
        await using var scope = app.Services.CreateAsyncScope();
        var store = scope.ServiceProvider.GetRequiredService<StoreContext>();
        try
        {
            var made = await scope.ServiceProvider.GetRequiredService<DemoCourse>().MakeAsync(null, CancellationToken.None);
            var address = $"{Api.Base}/courses/{Ids.Write(DemoCourse.Id)}";
            await Console.Out.WriteLineAsync(made ? $"The demo course is made: {address}\nIts instructor's token: {await TokenAsync(store)}" : $"The demo course is there: {address}");
            return 0;
        }
        catch (Exception error) when (StoreErrors.IsUnavailable(error) || StoreErrors.IsUnmigrated(error))
        {
            await Console.Error.WriteLineAsync($"The demo course can't be made: {error.GetBaseException().Message}");
            return 1;
        }
    }

    private static async Task<string> TokenAsync(StoreContext store)
    {
        var (token, now) = (BearerTokens.Make(), TimeProvider.System.Now());
        var instructor = await store.Users.Where(p => p.UserName == DemoCourse.Instructor).Select(p => p.Id).SingleAsync();
        store.Add(new AccessToken { Id = Ids.New(now), PersonId = instructor, Name = "demo", Hash = BearerTokens.Hash(token), CreatedAt = now, ExpiresAt = null });
        await store.SaveChangesAsync();
        return token;
    }
}
