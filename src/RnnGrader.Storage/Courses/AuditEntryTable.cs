using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace RnnGrader.Storage;

internal sealed class AuditEntryTable(Columns columns) : IEntityTypeConfiguration<AuditEntry>
{
    public void Configure(EntityTypeBuilder<AuditEntry> entry)
    {
        entry.ToTable("audit");
        entry.Property(e => e.Id).ValueGeneratedNever();
        entry.Property(e => e.Before).HasColumnType(columns.Json);
        entry.Property(e => e.After).HasColumnType(columns.Json);
        entry.HasIndex(e => new { e.CourseId, e.Id });
    }
}
