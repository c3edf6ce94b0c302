using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace RnnGrader.Storage;

internal sealed class SubmissionTable(Columns columns) : IEntityTypeConfiguration<Submission>
{
    public void Configure(EntityTypeBuilder<Submission> submission)
    {
        submission.Property(s => s.Id).ValueGeneratedNever();
        submission.Property(s => s.Answers).HasColumnType(columns.JsonAsSent);
        submission.Ignore(s => s.Counted);
        submission.HasOne<Instance>().WithMany().HasForeignKey(s => s.InstanceId).OnDelete(DeleteBehavior.Restrict);
        submission.HasIndex(s => new { s.ItemId, s.PersonId, s.Attempt }).IsUnique().HasFilter("item_id IS NOT NULL");

        // A regrade walks an assignment's submissions by id.
        submission.HasIndex(s => new { s.AssignmentId, s.Id }).HasFilter("assignment_id IS NOT NULL");
    }
}
