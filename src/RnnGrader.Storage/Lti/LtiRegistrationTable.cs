using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace RnnGrader.Storage;

internal sealed class LtiRegistrationTable : IEntityTypeConfiguration<LtiRegistration>
{
    public void Configure(EntityTypeBuilder<LtiRegistration> registration)
    {
        registration.Property(r => r.Id).ValueGeneratedNever();
        registration.HasIndex(r => new { r.Issuer, r.ClientId }).IsUnique();
    }
}
