using RnnGrader.Storage;
using RnnGrader.Web.Requests;

namespace RnnGrader.Web.Lti.Launch;

/// <summary>Platforms' users as people. Nobody is found by an address that a platform sends: it may send anybody's.</summary>
internal static class Persons
{
    private const int MaxName = 200;

    public static Person Take(StoreContext store, LtiRegistration registration, LaunchRows known, Launched launch, DateTime now)
    {
        var person = known.Person;
        if (person is null)
        {
            person = Make(launch.Name, launch.Email, now);
            store.Add(person);
            store.Add(new LtiUser { RegistrationId = registration.Id, Subject = launch.Subject, PersonId = person.Id });
        }
        else if (person.ErasedAt is not null)
        {
            throw new LtiRefusal("person_erased", "This account was erased at its owner's wish. An administrator can join you with a new one.");
        }
        else
        {
            Rename(person, launch.Name, launch.Email);
        }

        return person;
    }

    /// <summary>A person who can sign in through the platform alone.</summary>
    public static Person Make(string? name, string? email, DateTime now)
    {
        var id = Ids.New(now);
        return new()
        {
            Id = id,
            Name = Cut(name) ?? $"Learner {Ids.Write(id)[^6..]}",
            UserName = OwnName(id),
            NormalizedUserName = OwnName(id).ToUpperInvariant(),
            Email = Cut(email),
            NormalizedEmail = Cut(email)?.ToUpperInvariant(),
            SecurityStamp = Guid.NewGuid().ToString("N"),
            CreatedAt = now,
        };
    }

    /// <summary>Takes over what the platform says now, for people who are known by it alone; an account of this service keeps its own name.</summary>
    public static void Rename(Person person, string? name, string? email)
    {
        if (person.UserName == OwnName(person.Id))
        {
            person.Name = Cut(name) ?? person.Name;
            person.Email = Cut(email) ?? person.Email;
            person.NormalizedEmail = person.Email?.ToUpperInvariant();
        }
    }

    private static string OwnName(Guid id) => $"lti-{Ids.Write(id)}";

    private static string? Cut(string? text) => text is { Length: > MaxName } ? text[..MaxName] : text;
}
