using Microsoft.AspNetCore.Http;
using RnnGrader.Storage;
using RnnGrader.Web.Instances;

namespace RnnGrader.Web.Access;

/// <summary>A request that was let in: who it is, where, and as what. Handlers take it as a parameter.</summary>
/// <param name="Caller">Who; null for nobody who is signed in.</param>
/// <param name="Id">What the path names; empty for the site.</param>
/// <param name="CourseId">The course that it belongs to, where it does.</param>
/// <param name="Roles">What the caller is there.</param>
/// <param name="Drawn">The instance, where the path names one.</param>
internal sealed record Visit(Caller? Caller, Guid Id, Guid? CourseId, Roles Roles, DrawnInstance? Drawn = null)
{
    /// <summary>What is done to the service itself by an administrator, or by the program at their word where it is null.</summary>
    public static Visit OfSite(Caller? administrator) => new(administrator ?? new(Person.AdministratorId, true), Guid.Empty, null, Roles.Administrator);

    /// <summary>Who is signed in, where the endpoint is for nobody else.</summary>
    public Guid PersonId => Caller!.PersonId;

    /// <summary>The course, where the path names something of one.</summary>
    public Guid Course => CourseId!.Value;

    /// <summary>Whether these are a student's own numbers of an assignment that is not open yet, drawn ahead to be printed.</summary>
    public bool IsAhead { get; init; }

    /// <summary>Whether the caller sees what students may not.</summary>
    public bool IsStaff => (Roles & Roles.Staff) != Roles.None;

    public static ValueTask<Visit?> BindAsync(HttpContext context) => ValueTask.FromResult(context.Features.Get<Visit>());
}
