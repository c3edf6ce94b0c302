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
}
