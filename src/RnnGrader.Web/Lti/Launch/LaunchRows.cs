using Microsoft.EntityFrameworkCore;
using RnnGrader.Storage;
using RnnGrader.Web.Lti.Login;

namespace RnnGrader.Web.Lti.Launch;

/// <summary>What is known of a launch already, read in one round trip. Each but the platform is null where it is new.</summary>
internal sealed record LaunchRows(
    LtiRegistration Registration, LtiDeployment? Deployment, LtiContext? Context, LtiLink? Link, LtiUser? User, Person? Person, Membership? Membership,
    Assignment? Named, Membership? NamedMembership, Assignment? Linked, Delivery? Delivery)
{
    public static async Task<LaunchRows> ReadAsync(StoreContext store, Guid registration, Launched launch, CancellationToken cancellationToken)
    {
        var (deploymentId, contextId, linkId, subject, named) = (launch.DeploymentId, launch.ContextId, launch.LinkId, launch.Subject, NamedAssignment(launch));
        return await (
            from known in store.LtiRegistrations.Where(r => r.Id == registration)
            from deployment in store.LtiDeployments.Where(d => d.RegistrationId == known.Id && d.DeploymentId == deploymentId).DefaultIfEmpty()
            from context in store.LtiContexts.Where(c => c.RegistrationId == known.Id && c.DeploymentId == deploymentId && c.ContextId == contextId).DefaultIfEmpty()
            from link in store.LtiLinks.Where(l => l.RegistrationId == known.Id && l.DeploymentId == deploymentId && l.ResourceLinkId == linkId).DefaultIfEmpty()
            from user in store.LtiUsers.Where(u => u.RegistrationId == known.Id && u.Subject == subject).DefaultIfEmpty()
            from person in store.Users.Where(p => p.Id == user!.PersonId).DefaultIfEmpty()
            from membership in store.Memberships.Where(m => m.CourseId == context!.CourseId && m.PersonId == user!.PersonId).DefaultIfEmpty()
            from assignment in store.Assignments.Where(a => a.Id == named).DefaultIfEmpty()
            from elsewhere in store.Memberships.Where(m => m.CourseId == assignment!.CourseId && m.PersonId == user!.PersonId).DefaultIfEmpty()
            from linked in store.Assignments.Where(a => a.Id == link!.AssignmentId).DefaultIfEmpty()
            from delivery in store.Deliveries.Where(d => d.TargetId == link!.Id && d.PersonId == user!.PersonId && d.Kind == DeliveryKind.Score).DefaultIfEmpty()
            select new LaunchRows(known, deployment, context, link, user, person, membership, assignment, elsewhere, linked, delivery)).SingleOrDefaultAsync(cancellationToken) ?? throw RecentRegistrations.Gone();
    }

    // The custom parameter outlives a copy of the platform's course; an address that was typed in by hand names an assignment as well.
    private static Guid? NamedAssignment(Launched launch) =>
        Requests.Ids.Read(launch.Custom("assignment") ?? "")
        ?? (launch.Target?.AbsolutePath.Split('/') is ["", "assignments", var id] ? Requests.Ids.Read(id) : null);
}
