using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace RnnGrader.Storage;

internal sealed class LtiLinkTable : IEntityTypeConfiguration<LtiLink>
{
    public void Configure(EntityTypeBuilder<LtiLink> link)
    {
        link.Property(l => l.Id).ValueGeneratedNever();
        link.HasIndex(l => new { l.RegistrationId, l.DeploymentId, l.ResourceLinkId }).IsUnique();
        link.HasOne<LtiRegistration>().WithMany().HasForeignKey(l => l.RegistrationId).OnDelete(DeleteBehavior.Cascade);
        link.HasOne<Course>().WithMany().HasForeignKey(l => l.CourseId).OnDelete(DeleteBehavior.Cascade);
        link.HasOne<Assignment>().WithMany().HasForeignKey(l => l.AssignmentId).OnDelete(DeleteBehavior.SetNull);
    }
}
