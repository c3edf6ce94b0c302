using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace RnnGrader.Storage;

internal sealed class MistakeTable : IEntityTypeConfiguration<Mistake>
{
    public void Configure(EntityTypeBuilder<Mistake> mistake)
    {
        mistake.HasKey(m => new { m.SubmissionId, m.Cell });
        mistake.HasIndex(m => new { m.AssignmentId, m.ItemId, m.Slip, m.PersonId });
        mistake.HasOne<Submission>().WithMany().HasForeignKey(m => m.SubmissionId).OnDelete(DeleteBehavior.Cascade);
    }
}
