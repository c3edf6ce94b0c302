using Microsoft.AspNetCore.Identity;

namespace RnnGrader.Storage;

/// <summary>
/// Somebody who signs in, or for whom a program acts. `UserName` is unique: the e-mail address of whoever was invited or enrolled by it, and for whoever
/// comes from elsewhere a name that no address can be, so that equal addresses from two places never make two people one.
/// </summary>
public sealed class Person : IdentityUser<Guid>
{
    /// <summary>The person whom RNNGRADER_ADMIN_TOKEN stands for. It has no password.</summary>
    public static readonly Guid AdministratorId = new("00000000-0000-7000-8000-000000000001");

    /// <summary>As it is shown.</summary>
    public required string Name { get; set; }

    /// <summary>Whether they may do everything everywhere.</summary>
    public bool IsAdministrator { get; set; }

    /// <summary>UTC, whole microseconds.</summary>
    public required DateTime CreatedAt { get; init; }

    /// <summary>When they were erased: name and address are gone since, their numbers stay under a pseudonym.</summary>
    public DateTime? ErasedAt { get; set; }
}
