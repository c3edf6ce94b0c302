using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace RnnGrader.Storage;

internal sealed class StandingTable : IEntityTypeConfiguration<Standing>
{
    public void Configure(EntityTypeBuilder<Standing> standing)
    {
        standing.HasKey(s => new { s.ItemId, s.PersonId });
        standing.HasIndex(s => new { s.CourseId, s.PersonId });
        standing.HasIndex(s => new { s.AssignmentId, s.PersonId });

        // Medians are read off it without a sort. What every submission changes is in no index, so that Postgres updates in place.
        standing.HasIndex(s => new { s.AssignmentId, s.ItemId, s.SecondsToComplete }).HasFilter("seconds_to_complete IS NOT NULL");
        standing.HasOne<AssignmentItem>().WithMany().HasForeignKey(s => s.ItemId).OnDelete(DeleteBehavior.Restrict);
        standing.HasOne<Person>().WithMany().HasForeignKey(s => s.PersonId).OnDelete(DeleteBehavior.Restrict);
    }
}
