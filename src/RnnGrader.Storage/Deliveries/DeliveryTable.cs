using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace RnnGrader.Storage;

internal sealed class DeliveryTable(Columns columns) : IEntityTypeConfiguration<Delivery>
{
    public void Configure(EntityTypeBuilder<Delivery> delivery)
    {
        delivery.ToTable("deliveries");
        delivery.Property(d => d.Id).ValueGeneratedNever();
        delivery.Property(d => d.Kind).HasConversion<string>();
        delivery.Property(d => d.State).HasConversion<string>();
        delivery.Property(d => d.Body).HasColumnType(columns.JsonAsSent);
        delivery.HasIndex(d => d.DueAt).HasFilter("due_at IS NOT NULL");
        delivery.HasIndex(d => new { d.AssignmentId, d.PersonId });
        delivery.HasIndex(d => new { d.TargetId, d.PersonId }).IsUnique().HasFilter("kind = 'Score'");
        delivery.HasOne<Course>().WithMany().HasForeignKey(d => d.CourseId).OnDelete(DeleteBehavior.Cascade);
        delivery.HasOne<Person>().WithMany().HasForeignKey(d => d.PersonId).OnDelete(DeleteBehavior.Cascade);
    }
}
