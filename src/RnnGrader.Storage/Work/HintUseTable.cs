using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace RnnGrader.Storage;

internal sealed class HintUseTable : IEntityTypeConfiguration<HintUse>
{
    public void Configure(EntityTypeBuilder<HintUse> hint)
    {
        hint.HasKey(h => new { h.InstanceId, h.Blank, h.Row, h.Column, h.Level });
        hint.HasOne<Instance>().WithMany().HasForeignKey(h => h.InstanceId).OnDelete(DeleteBehavior.Cascade);
    }
}
