using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace RnnGrader.Storage;

internal sealed class LtiContextTable : IEntityTypeConfiguration<LtiContext>
{
    public void Configure(EntityTypeBuilder<LtiContext> context)
    {
        context.Property(c => c.Id).ValueGeneratedNever();
        context.HasIndex(c => new { c.RegistrationId, c.DeploymentId, c.ContextId }).IsUnique();
        context.HasIndex(c => c.RosterDueAt);
        context.HasOne<LtiRegistration>().WithMany().HasForeignKey(c => c.RegistrationId).OnDelete(DeleteBehavior.Cascade);
        context.HasOne<Course>().WithMany().HasForeignKey(c => c.CourseId).OnDelete(DeleteBehavior.Cascade);
    }
}
