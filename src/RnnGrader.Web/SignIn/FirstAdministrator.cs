using System.Net;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using RnnGrader.Storage;
using RnnGrader.Web.Access;
using RnnGrader.Web.People;
using RnnGrader.Web.Requests;

namespace RnnGrader.Web.SignIn;

/// <summary>Makes the administrator of an instance that nobody can sign in to.</summary>
internal sealed class FirstAdministrator(StoreContext store, Passwords passwords, TimeProvider time, IConfiguration configuration)
{
    /// <summary>Whether nobody can sign in yet.</summary>
    public async Task<bool> IsMissingAsync(CancellationToken cancellationToken) =>
        !await store.Users.AnyAsync(p => p.PasswordHash != null || store.UserLogins.Any(login => login.UserId == p.Id), cancellationToken);

    /// <summary>Whether the token of the setting must be typed in: everywhere but on the embedded default, which is somebody's own machine.</summary>
    public bool NeedsToken => !store.Database.IsSqlite();

    /// <summary>Whether a request may set up at all. On the embedded default that is the machine's own browser: not through a proxy, and not under a name that a foreign page made up.</summary>
    public bool Admits(HttpContext context) => NeedsToken
        || (context.Connection.RemoteIpAddress is { } address && IPAddress.IsLoopback(address)
            && !context.Request.Headers.Keys.Any(name => name.StartsWith("X-Forwarded-", StringComparison.OrdinalIgnoreCase) || name.Equals("Forwarded", StringComparison.OrdinalIgnoreCase))
            && (context.Request.Host.Host == "localhost" || (IPAddress.TryParse(context.Request.Host.Host.Trim('[', ']'), out var host) && IPAddress.IsLoopback(host))));

    public bool Knows(string token) => !NeedsToken
        || (configuration[BearerTokens.AdministratorSetting] is { Length: > 0 } setting && CryptographicOperations.FixedTimeEquals(BearerTokens.Hash(setting), BearerTokens.Hash(token)));

    /// <returns>The administrator, or what is wrong with the password; neither where somebody can sign in by now.</returns>
    public Task<(Person? Person, string? Problem)> MakeAsync(string email, string name, string password, CancellationToken cancellationToken) => store.InTransactionAsync(
        async () =>
        {
            // Two at once queue at the one row that is always there.
            await store.Users.Where(p => p.Id == Person.AdministratorId).ExecuteUpdateAsync(set => set.SetProperty(p => p.Name, p => p.Name), cancellationToken);
            if (!await IsMissingAsync(cancellationToken))
            {
                return (null, null);
            }

            var now = time.Now();
            var key = Accounts.KeyOf(email);
            var person = await store.Users.SingleOrDefaultAsync(p => p.NormalizedUserName == key, cancellationToken) ?? store.Add(Accounts.New(email, name, now)).Entity;
            (person.IsAdministrator, person.EmailConfirmed) = (true, true);
            if (await passwords.SetAsync(person, password) is { } problem)
            {
                return ((Person?)null, problem);
            }

            store.Record(new Visit(new(person.Id, true), person.Id, null, Roles.Owner), now, "administrator.made", Ids.Write(person.Id), null, null);
            await store.SaveChangesAsync(cancellationToken);
            return (person, (string?)null);
        },
        cancellationToken);
}
