using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace RnnGrader.Storage;

internal sealed class DraftTable(Columns columns) : IEntityTypeConfiguration<Draft>
{
    public void Configure(EntityTypeBuilder<Draft> draft)
    {
        draft.HasKey(d => d.InstanceId);
        draft.Property(d => d.Answers).HasColumnType(columns.JsonAsSent);
        draft.HasOne<Instance>().WithOne().HasForeignKey<Draft>(d => d.InstanceId).OnDelete(DeleteBehavior.Cascade);
    }
}
