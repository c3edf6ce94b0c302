using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace RnnGrader.Storage;

internal sealed class InstanceTable(Columns columns) : IEntityTypeConfiguration<Instance>
{
    public void Configure(EntityTypeBuilder<Instance> instance)
    {
        instance.Property(i => i.Id).ValueGeneratedNever();
        instance.Property(i => i.Parameters).HasColumnType(columns.Json);
        instance.Property(i => i.Worksheet).HasColumnType(columns.Json);
        instance.HasOne<AssignmentItem>().WithMany().HasForeignKey(i => i.ItemId).OnDelete(DeleteBehavior.Restrict);
        instance.HasOne<Person>().WithMany().HasForeignKey(i => i.PersonId).OnDelete(DeleteBehavior.Restrict);
        instance.Property(i => i.Code).HasMaxLength(8);
        instance.HasIndex(i => i.Code).IsUnique();
        instance.HasIndex(i => new { i.ItemId, i.PersonId, i.Round }).IsUnique();
        instance.HasIndex(i => new { i.ItemId, i.Fingerprint, i.Twin }).IsUnique();

        // Practice that nobody touched is looked for by age.
        instance.HasIndex(i => i.CreatedAt).HasFilter("item_id IS NULL");
    }
}
