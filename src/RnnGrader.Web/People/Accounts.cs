using RnnGrader.Storage;
using RnnGrader.Web.Requests;

namespace RnnGrader.Web.People;

/// <summary>Makes people who are known by their e-mail address.</summary>
internal static class Accounts
{
    /// <summary>The key under which a person of this address is found. Addresses that differ in capitals alone are one person's.</summary>
    public static string KeyOf(string email) => email.Normalize().ToUpperInvariant();

    /// <summary>Somebody who has no password yet.</summary>
    public static Person New(string email, string name, DateTime now) => new()
    {
        Id = Ids.New(now),
        Name = name.Trim(),
        UserName = email,
        NormalizedUserName = KeyOf(email),
        Email = email,
        NormalizedEmail = KeyOf(email),
        CreatedAt = now,
        LockoutEnabled = true,
        SecurityStamp = Guid.NewGuid().ToString("N"),
    };

    /// <summary>Takes from a person who they are and how they sign in: nobody acts as them from now on. The row stays for what names it.</summary>
    /// <param name="person">Who.</param>
    /// <param name="what">What became of them, in one word, such as `Erased`.</param>
    /// <param name="now">When.</param>
    public static void Empty(Person person, string what, DateTime now)
    {
        person.Name = $"{what} person";
        person.UserName = $"{what.ToLowerInvariant()} {person.Id:N}";
        person.NormalizedUserName = KeyOf(person.UserName);
        (person.Email, person.NormalizedEmail, person.EmailConfirmed) = (null, null, false);
        (person.PasswordHash, person.SecurityStamp, person.IsAdministrator, person.ErasedAt) = (null, Guid.NewGuid().ToString("N"), false, now);
    }
}
