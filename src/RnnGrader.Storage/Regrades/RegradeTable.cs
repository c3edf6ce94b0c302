using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace RnnGrader.Storage;

internal sealed class RegradeTable(Columns columns) : IEntityTypeConfiguration<Regrade>
{
    public void Configure(EntityTypeBuilder<Regrade> regrade)
    {
        regrade.Property(r => r.Id).ValueGeneratedNever();
        regrade.HasOne<Assignment>().WithMany().HasForeignKey(r => r.AssignmentId).OnDelete(DeleteBehavior.Cascade);

        // What is to be done is looked for often; and one assignment is changed by one regrade at a time.
        regrade.HasIndex(r => r.LeaseUntil).HasFilter("finished_at IS NULL");
        regrade.HasIndex(r => r.AssignmentId).IsUnique().HasDatabaseName("ix_regrades_one_at_a_time").HasFilter($"finished_at IS NULL AND dry_run = {columns.False}");
        regrade.HasIndex(r => new { r.AssignmentId, r.Id });
    }
}
