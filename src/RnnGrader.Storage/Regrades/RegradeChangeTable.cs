using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace RnnGrader.Storage;

internal sealed class RegradeChangeTable(Columns columns) : IEntityTypeConfiguration<RegradeChange>
{
    public void Configure(EntityTypeBuilder<RegradeChange> change)
    {
        change.HasKey(c => new { c.RegradeId, c.SubmissionId });
        change.Property(c => c.Details).HasColumnType(columns.Json);
        change.HasOne<Regrade>().WithMany().HasForeignKey(c => c.RegradeId).OnDelete(DeleteBehavior.Cascade);
    }
}
