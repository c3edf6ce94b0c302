using Microsoft.EntityFrameworkCore;
using RnnGrader.Storage;
using RnnGrader.Web.Access;
using RnnGrader.Web.Requests;

namespace RnnGrader.Web.People;

/// <summary>Makes people. Used by the API and by the pages.</summary>
internal sealed class PeopleMaking(StoreContext store, TimeProvider time)
{
    public const string KnownSentence = "There is a person of this e-mail address already.";

    /// <summary>Makes a person, once for one request.</summary>
    /// <returns>Their id; null where there is a person of this address already.</returns>
    public async Task<Guid?> MakeAsync(Visit visit, PersonRequest request, RequestIdentity repeats, CancellationToken cancellationToken)
    {
        var now = time.Now();
        var person = Accounts.New(request.Email!, request.Name!, now);
        return await store.InOneTransactionOnceAsync(
            repeats,
            now,
            async () =>
            {
                if (await store.Users.AnyAsync(p => p.NormalizedUserName == person.NormalizedUserName, cancellationToken))
                {
                    return null;
                }

                store.Add(person);
                store.Record(visit, now, "person.made", Ids.Write(person.Id), null, null);
                return person.Id;
            },
            cancellationToken) ?? await store.FindFirstAsync(repeats, cancellationToken);
    }
}
