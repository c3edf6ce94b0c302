using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace RnnGrader.Storage;

internal sealed class AssignmentItemTable(Columns columns) : IEntityTypeConfiguration<AssignmentItem>
{
    public void Configure(EntityTypeBuilder<AssignmentItem> item)
    {
        item.Property(i => i.Id).ValueGeneratedNever();
        item.Property(i => i.NewNumbers).HasConversion<string>();
        item.Property(i => i.Parameters).HasColumnType(columns.Json);
        item.HasOne<Assignment>().WithMany(a => a.Items).HasForeignKey(i => i.AssignmentId).OnDelete(DeleteBehavior.Cascade);
        item.HasIndex(i => i.CourseId);
    }
}
