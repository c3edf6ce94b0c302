using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using RnnGrader.Storage;
using RnnGrader.Web.Access;
using RnnGrader.Web.People;
using RnnGrader.Web.Requests;

namespace RnnGrader.Web.SignIn;

/// <summary>
/// Finds whom the provider says somebody is: by its own name for them; else by an address that it has verified, where nobody else of the provider has it; else
/// it is somebody new, whose name here no address can be.
/// </summary>
internal sealed class UniversityPeople(StoreContext store, TimeProvider time, IConfiguration configuration)
{
    /// <exception cref="RefusalException">They were erased.</exception>
    public async Task<Person> FindAsync(string subject, string? email, bool isVerified, string? name, CancellationToken cancellationToken)
    {
        Person? found = null;
        await store.InOneTransactionOnceAsync(
            RequestIdentity.None,
            time.Now(),
            async () =>
            {
                var known = await store.UserLogins.Where(l => l.LoginProvider == Provider && l.ProviderKey == subject).Select(l => (Guid?)l.UserId).SingleOrDefaultAsync(cancellationToken);
                found = known is not null ? await store.Users.SingleAsync(p => p.Id == known, cancellationToken) : await LinkAsync(subject, email, isVerified, name, cancellationToken);
                return found.Id;
            },
            cancellationToken);
        return found is { ErasedAt: null } ? found : throw new RefusalException(Problem.Of(StatusCodes.Status403Forbidden, "This account was erased."));
    }

    // Subjects are unique within their issuer.
    private string Provider => configuration["Oidc:Authority"]!;

    private async Task<Person> LinkAsync(string subject, string? email, bool isVerified, string? name, CancellationToken cancellationToken)
    {
        var now = time.Now();
        var key = TextRules.IsEmail(email) && isVerified ? Accounts.KeyOf(email) : null;
        var person = key is null ? null : await store.Users.SingleOrDefaultAsync(
            p => p.NormalizedUserName == key && p.ErasedAt == null && !store.UserLogins.Any(l => l.UserId == p.Id && l.LoginProvider == Provider), cancellationToken);
        if (person is null)
        {
            var isFree = key is not null && !await store.Users.AnyAsync(p => p.NormalizedUserName == key, cancellationToken);
            person = Accounts.New(TextRules.IsEmail(email) ? email : "", TextRules.IsName(name) ? name : "Unnamed", now);
            if (!isFree)
            {
                person.UserName = $"oidc {person.Id:N}";
                person.NormalizedUserName = Accounts.KeyOf(person.UserName);
            }

            (person.Email, person.NormalizedEmail) = TextRules.IsEmail(email) ? (email, Accounts.KeyOf(email)) : (null, null);
            store.Add(person);
            store.Record(Self(person), now, "person.made", Ids.Write(person.Id), null, null);
        }

        else if (!person.EmailConfirmed)
        {
            // The address was never shown to be the person's who has the password: now it is another's, and who came first is out.
            (person.PasswordHash, person.SecurityStamp) = (null, Guid.NewGuid().ToString("N"));
            await store.AccessTokens.Where(t => t.PersonId == person.Id && t.RevokedAt == null).ExecuteUpdateAsync(set => set.SetProperty(t => t.RevokedAt, now), cancellationToken);
        }

        person.EmailConfirmed |= key is not null;
        store.Add(new IdentityUserLogin<Guid> { LoginProvider = Provider, ProviderKey = subject, UserId = person.Id, ProviderDisplayName = null });
        store.Record(Self(person), now, "person.linked", Ids.Write(person.Id), null, null);
        return person;
    }

    private static Visit Self(Person person) => new(new(person.Id, person.IsAdministrator), person.Id, null, Roles.Owner);
}
