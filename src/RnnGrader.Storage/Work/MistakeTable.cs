using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace RnnGrader.Storage;

internal sealed class MistakeTable : IEntityTypeConfiguration<Mistake>
{
    public void Configure(EntityTypeBuilder<Mistake> mistake)
    {
        mistake.HasKey(m => new { m.SubmissionId, m.Cell });

        // All that the count of slips reads, in its order: measured twice as fast as with a look at the rows.
        mistake.HasIndex(m => new { m.AssignmentId, m.ItemId, m.Slip, m.PersonId, m.SubmissionId });
        mistake.HasOne<Submission>().WithMany().HasForeignKey(m => m.SubmissionId).OnDelete(DeleteBehavior.Cascade);
    }
}
