using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using RnnGrader.Storage;
using RnnGrader.Web.Access;
using RnnGrader.Web.Requests;

namespace RnnGrader.Web.SignIn;

/// <summary>Links by which people set their password, each good once.</summary>
internal sealed class Invitations(StoreContext store, Passwords passwords, Mail mail, TimeProvider time)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(7);

    /// <summary>Invites the person of a visit, whose earlier invitations end.</summary>
    /// <param name="visit">Who invites whom.</param>
    /// <param name="site">Address of this service, as the caller reaches it.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="RefusalException">The link would open an account that is somebody's, or work that is not the inviter's to see.</exception>
    public async Task<InvitationAnswer> InviteAsync(Visit visit, string site, CancellationToken cancellationToken)
    {
        var person = await store.Users.AsNoTracking().SingleAsync(p => p.Id == visit.Id, cancellationToken);
        var isSent = mail.IsConfigured && person.Email is not null;
        if (await ReasonAgainstAsync(person, visit, isSent, cancellationToken) is { } reason)
        {
            throw new RefusalException(Problem.Of(StatusCodes.Status409Conflict, reason));
        }

        var now = time.Now();
        var secret = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));
        var invitation = new Invitation { Id = Ids.New(now), PersonId = person.Id, Hash = BearerTokens.Hash(secret), CreatedAt = now, ExpiresAt = now + Lifetime, Sent = isSent };
        await store.InTransactionAsync(
            async () =>
            {
                await store.Invitations.Where(i => i.PersonId == person.Id && i.UsedAt == null).ExecuteUpdateAsync(set => set.SetProperty(i => i.UsedAt, now), cancellationToken);
                store.Add(invitation);
                store.Record(visit, now, "person.invited", Ids.Write(person.Id), null, new { invitation.Sent });
                await store.SaveChangesAsync(cancellationToken);
            },
            cancellationToken);

        var url = $"{site}/invitation/{secret}";
        if (isSent && !await mail.SendAsync(person.Email!, person.Name, url, invitation.ExpiresAt, cancellationToken))
        {
            // Not shown instead: whom it may be shown to is decided before, and this was for the person's eyes.
            throw new RefusalException(Problem.Of(StatusCodes.Status503ServiceUnavailable, "The mail could not be sent. Try again later."));
        }

        return new(isSent ? null : url, invitation.ExpiresAt, isSent);
    }

    /// <summary>Whom a link invites; null where it works no more, or never did.</summary>
    public async Task<Person?> FindAsync(string secret, CancellationToken cancellationToken) =>
        await Good(secret).Join(store.Users, i => i.PersonId, p => p.Id, (_, person) => person).AsNoTracking().SingleOrDefaultAsync(cancellationToken);

    /// <summary>Sets the password of whom a link invites. Of many at once, one does.</summary>
    /// <returns>The person, or what is wrong with the password; neither where the link works no more.</returns>
    public async Task<(Person? Person, string? Problem)> AcceptAsync(string secret, string password, CancellationToken cancellationToken) => await store.InTransactionAsync(
        async () =>
        {
            var now = time.Now();
            if (await Good(secret).AsNoTracking().SingleOrDefaultAsync(cancellationToken) is not { } invitation)
            {
                return (null, null);
            }

            var person = await store.Users.SingleAsync(p => p.Id == invitation.PersonId, cancellationToken);
            if (await passwords.SetAsync(person, password) is { } problem)
            {
                return ((Person?)null, problem);
            }

            if (await Good(secret).ExecuteUpdateAsync(set => set.SetProperty(i => i.UsedAt, now), cancellationToken) == 0)
            {
                return (null, null);
            }

            person.EmailConfirmed |= invitation.Sent;
            store.Record(new Visit(new(person.Id, person.IsAdministrator), person.Id, null, Roles.Owner), now, "invitation.accepted", Ids.Write(person.Id), null, null);
            await store.SaveChangesAsync(cancellationToken);
            return (person, (string?)null);
        },
        cancellationToken);

    private IQueryable<Invitation> Good(string secret)
    {
        var (hash, now) = (BearerTokens.Hash(secret), time.Now());
        return store.Invitations.Where(i => i.Hash == hash && i.UsedAt == null && i.ExpiresAt > now);
    }

    // An invitation sets a password: whoever reads it is the person from then on.
    private async Task<string?> ReasonAgainstAsync(Person person, Visit visit, bool isSent, CancellationToken cancellationToken)
    {
        if (person.ErasedAt is not null || person.Id == Person.AdministratorId)
        {
            return "Nobody signs in as this person.";
        }

        if (visit.Caller!.IsAdministrator)
        {
            return null;
        }

        if (person.IsAdministrator || person.PasswordHash is not null || await store.UserLogins.AnyAsync(login => login.UserId == person.Id, cancellationToken))
        {
            return "This person signs in already. An administrator can send them a new link.";
        }

        var elsewhere = store.Memberships.Where(theirs => theirs.PersonId == person.Id && !store.Memberships.Any(mine =>
            mine.CourseId == theirs.CourseId && mine.PersonId == visit.PersonId && mine.Role == CourseRole.Instructor && mine.RemovedAt == null));
        return !isSent && await elsewhere.AnyAsync(cancellationToken)
            ? "This person belongs to other courses too, whose work the link would open to whoever has it. Ask an administrator to invite them."
            : null;
    }
}
