using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace RnnGrader.Storage;

internal sealed class LtiNonceTable : IEntityTypeConfiguration<LtiNonce>
{
    public void Configure(EntityTypeBuilder<LtiNonce> nonce)
    {
        nonce.HasKey(n => n.Nonce);
        nonce.HasIndex(n => n.ExpiresAt);
    }
}
