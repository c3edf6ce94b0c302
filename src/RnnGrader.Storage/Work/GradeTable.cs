using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace RnnGrader.Storage;

internal sealed class GradeTable(Columns columns) : IEntityTypeConfiguration<Grade>
{
    public void Configure(EntityTypeBuilder<Grade> grade)
    {
        grade.Property(g => g.Id).ValueGeneratedNever();
        grade.Property(g => g.Cells).HasColumnType(columns.Json);
        grade.Property(g => g.FirstDivergence).HasColumnType(columns.Json);

        // Grades from before courses have no penalty. The sentinel keeps a factor of 0 from being taken for none.
        grade.Property(g => g.LateFactor).HasDefaultValue(1.0).HasSentinel(-1);
        grade.Ignore(g => g.Counted);
        grade.HasOne<Submission>().WithMany(s => s.Grades).HasForeignKey(g => g.SubmissionId).OnDelete(DeleteBehavior.Restrict);
    }
}
