using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace RnnGrader.Storage;

internal sealed class OverrideTable : IEntityTypeConfiguration<Override>
{
    public void Configure(EntityTypeBuilder<Override> set)
    {
        set.ToTable("overrides");
        set.Property(o => o.Id).ValueGeneratedNever();
        set.HasOne<Submission>().WithMany(s => s.Overrides).HasForeignKey(o => o.SubmissionId).OnDelete(DeleteBehavior.Restrict);
        set.HasOne<Person>().WithMany().HasForeignKey(o => o.AuthorId).OnDelete(DeleteBehavior.Restrict);
    }
}
