using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using RnnGrader.Storage;

namespace RnnGrader.Migrations;

/// <summary>For `dotnet ef`, which connects to no server while it writes a migration.</summary>
public sealed class PostgresFactory : IDesignTimeDbContextFactory<PostgresContext>
{
    /// <inheritdoc/>
    public PostgresContext CreateDbContext(string[] args)
    {
        var options = new DbContextOptionsBuilder<PostgresContext>();
        options.UseRnnGraderPostgres("Host=localhost");
        return new(options.Options);
    }
}
