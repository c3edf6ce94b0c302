using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace RnnGrader.Storage;

internal sealed class LtiUserTable : IEntityTypeConfiguration<LtiUser>
{
    public void Configure(EntityTypeBuilder<LtiUser> user)
    {
        user.HasKey(u => new { u.RegistrationId, u.Subject });
        user.HasOne<LtiRegistration>().WithMany().HasForeignKey(u => u.RegistrationId).OnDelete(DeleteBehavior.Cascade);
        user.HasOne<Person>().WithMany().HasForeignKey(u => u.PersonId).OnDelete(DeleteBehavior.Cascade);
    }
}
