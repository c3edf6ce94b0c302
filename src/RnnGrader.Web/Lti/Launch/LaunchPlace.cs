using Microsoft.EntityFrameworkCore;
using RnnGrader.Storage;
using RnnGrader.Web.Access;
using RnnGrader.Web.Deliveries;
using RnnGrader.Web.Requests;

namespace RnnGrader.Web.Lti.Launch;

/// <summary>Finds where in the platform's course a launch leads, and makes what is missing on the way.</summary>
internal sealed class LaunchPlace(StoreContext store, LtiRegistration registration, Launched launch, LaunchRows known, Person person, DateTime now, TimeSpan settling)
{
    /// <summary>What the person is in the platform's course.</summary>
    public CourseRole Role { get; } = RoleMap.Of(launch.Roles);

    /// <summary>The platform's course; there once <see cref="FindAsync"/> has run on a launch from one.</summary>
    public LtiContext? Context { get; private set; } = known.Context;

    /// <returns>Where the browser goes, on this site.</returns>
    public async Task<string> FindAsync(CancellationToken cancellationToken)
    {
        Context ??= MakeContext();
        RefreshRoster(Context);
        Join(Context.CourseId, known.Membership, Role);
        if (launch.LinkId is null)
        {
            return "";
        }

        var link = known.Link ?? MakeLink(Context.CourseId);
        RefreshGrades(link);
        if (!link.IsChosen && known.Named is { } named && await IsOfPlatformAsync(named, cancellationToken))
        {
            link.AssignmentId = named.Id;
            if (named.CourseId != Context.CourseId && !JoinElsewhere(named.CourseId))
            {
                return LtiEndpoints.LinkPath(link.Id);
            }
        }

        if (link.AssignmentId is not { } assignment)
        {
            return Onward() ?? LtiEndpoints.LinkPath(link.Id);
        }

        if (Role != CourseRole.Student)
        {
            return LtiEndpoints.ManagePath(assignment);
        }

        ScoreDeliveries.Want(store, link, assignment, known.Delivery, launch.Subject, person.Id, now, settling);
        return $"/assignments/{Ids.Write(assignment)}";
    }

    private LtiContext MakeContext()
    {
        var course = new Course { Id = Ids.New(now), Title = launch.ContextTitle ?? $"A course of {registration.Name}", Term = "", CreatedAt = now };
        var context = new LtiContext { Id = Ids.New(now), RegistrationId = registration.Id, DeploymentId = launch.DeploymentId, ContextId = launch.ContextId!, CourseId = course.Id };
        store.AddRange(course, context);
        store.Record(Visit(course.Id), now, "course.made", Ids.Write(course.Id), null, new { course.Title, From = registration.Name });
        return context;
    }

    private LtiLink MakeLink(Guid course)
    {
        var link = new LtiLink { Id = Ids.New(now), RegistrationId = registration.Id, DeploymentId = launch.DeploymentId, ResourceLinkId = launch.LinkId!, CourseId = course, AssignmentId = null };
        store.Add(link);
        return link;
    }

    // The platform says who belongs to its course, and as what: who was removed here and still comes from there belongs to it.
    private void Join(Guid course, Membership? membership, CourseRole role)
    {
        if (membership is null)
        {
            store.Add(new Membership { CourseId = course, PersonId = person.Id, Role = role, GroupName = null, JoinedAt = now });
        }
        else if (membership.Role == role && membership.RemovedAt is null)
        {
            return;
        }
        else
        {
            (membership.Role, membership.RemovedAt) = (role, null);
        }

        store.Record(Visit(course), now, "member.launched", Ids.Write(person.Id), null, new { Role = role, From = registration.Name });
    }

    // Who teaches in one course of a platform must not, by a parameter that anybody there can type, come to teach in another.
    private bool JoinElsewhere(Guid course)
    {
        if (Role != CourseRole.Student)
        {
            return known.NamedMembership is { RemovedAt: null, Role: not CourseRole.Student };
        }

        if (known.NamedMembership is null)
        {
            Join(course, null, CourseRole.Student);
        }

        return known.NamedMembership is null or { RemovedAt: null };
    }

    private async Task<bool> IsOfPlatformAsync(Assignment assignment, CancellationToken cancellationToken) =>
        assignment.CourseId == Context!.CourseId
        || await store.LtiContexts.AnyAsync(c => c.CourseId == assignment.CourseId && c.RegistrationId == registration.Id, cancellationToken);

    private void RefreshRoster(LtiContext context)
    {
        context.MembersUrl = launch.Claims.Object(LtiClaims.Roster)?.Filled("context_memberships_url") ?? context.MembersUrl;
        context.GroupsUrl = launch.Claims.Object(LtiClaims.Groups)?.Filled("context_groups_url") ?? context.GroupsUrl;
        if (context.MembersUrl is not null)
        {
            context.RosterDueAt ??= Rosters.RosterTimes.NextNight(now, context.Id);
        }
    }

    private void RefreshGrades(LtiLink link)
    {
        link.CourseId = Context!.CourseId;
        if (launch.Claims.Object(LtiClaims.Grades) is { } grades)
        {
            link.LineItemUrl = grades.Filled("lineitem") ?? link.LineItemUrl;
            link.LineItemsUrl = grades.Filled("lineitems") ?? link.LineItemsUrl;
            link.Scopes = string.Join(' ', grades.Texts("scope") ?? []);
        }
    }

    // A link of an instructor's own to a page of this site.
    private string? Onward() => launch.Target is { } target && target.AbsolutePath is not ("/" or LtiEndpoints.LaunchPath) ? target.PathAndQuery : null;

    private Visit Visit(Guid course) => new(new(person.Id, false), course, course, Roles.None);
}
