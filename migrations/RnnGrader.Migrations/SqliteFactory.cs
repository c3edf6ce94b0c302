using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using RnnGrader.Storage;

namespace RnnGrader.Migrations;

/// <summary>For `dotnet ef`, which opens no file while it writes a migration.</summary>
public sealed class SqliteFactory : IDesignTimeDbContextFactory<SqliteContext>
{
    /// <inheritdoc/>
    public SqliteContext CreateDbContext(string[] args)
    {
        var options = new DbContextOptionsBuilder<SqliteContext>();
        options.UseRnnGraderSqlite(Path.GetTempPath());
        return new(options.Options);
    }
}
