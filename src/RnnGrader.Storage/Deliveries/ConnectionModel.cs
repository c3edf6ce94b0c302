using Microsoft.EntityFrameworkCore;

namespace RnnGrader.Storage;

/// <summary>The tables of what is connected with other services.</summary>
internal static class ConnectionModel
{
    public static ModelBuilder AddConnections(this ModelBuilder builder, Columns columns)
    {
        builder.Entity<LtiKey>();
        return builder
            .ApplyConfiguration(new LtiRegistrationTable()).ApplyConfiguration(new LtiDeploymentTable())
            .ApplyConfiguration(new LtiContextTable()).ApplyConfiguration(new LtiLinkTable()).ApplyConfiguration(new LtiUserTable())
            .ApplyConfiguration(new LtiNonceTable()).ApplyConfiguration(new LtiLaunchTable(columns))
            .ApplyConfiguration(new WebhookTable()).ApplyConfiguration(new DeliveryTable(columns)).ApplyConfiguration(new DeliveryAttemptTable());
    }
}
