using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace RnnGrader.Storage;

internal sealed class LtiDeploymentTable : IEntityTypeConfiguration<LtiDeployment>
{
    public void Configure(EntityTypeBuilder<LtiDeployment> deployment)
    {
        deployment.HasKey(d => new { d.RegistrationId, d.DeploymentId });
        deployment.HasOne<LtiRegistration>().WithMany().HasForeignKey(d => d.RegistrationId).OnDelete(DeleteBehavior.Cascade);
    }
}
