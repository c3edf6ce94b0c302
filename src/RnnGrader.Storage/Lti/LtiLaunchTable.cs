using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace RnnGrader.Storage;

internal sealed class LtiLaunchTable(Columns columns) : IEntityTypeConfiguration<LtiLaunch>
{
    public void Configure(EntityTypeBuilder<LtiLaunch> launch)
    {
        launch.Property(l => l.Id).ValueGeneratedNever();
        launch.Property(l => l.Claims).HasColumnType(columns.JsonAsSent);
        launch.HasIndex(l => l.At);
    }
}
