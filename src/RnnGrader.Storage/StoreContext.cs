using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace RnnGrader.Storage;

/// <summary>The one model, of which Postgres and SQLite each have a context and migrations.</summary>
public abstract class StoreContext(DbContextOptions options) : DbContext(options)
{
    /// <summary>Drawn exercises.</summary>
    public DbSet<Instance> Instances => Set<Instance>();

    /// <summary>What students sent.</summary>
    public DbSet<Submission> Submissions => Set<Submission>();

    /// <summary>Verdicts on submissions.</summary>
    public DbSet<Grade> Grades => Set<Grade>();

    /// <summary>Hints that were shown.</summary>
    public DbSet<HintUse> HintUses => Set<HintUse>();

    /// <summary>Requests that were carried out.</summary>
    public DbSet<IdempotencyKey> IdempotencyKeys => Set<IdempotencyKey>();

    /// <inheritdoc/>
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        configurationBuilder.Properties<DateTime>().HaveConversion<UtcConverter>();

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<Instance>(instance =>
        {
            instance.Property(i => i.Id).ValueGeneratedNever();
            instance.Property(i => i.Parameters).HasColumnType(Json);
            instance.Property(i => i.Worksheet).HasColumnType(Json);
        });
        modelBuilder.Entity<Submission>(submission =>
        {
            submission.Property(s => s.Id).ValueGeneratedNever();
            submission.Property(s => s.Answers).HasColumnType(JsonAsSent);
            submission.HasOne<Instance>().WithMany().HasForeignKey(s => s.InstanceId).OnDelete(DeleteBehavior.Restrict);
        });
        modelBuilder.Entity<Grade>(grade =>
        {
            grade.Property(g => g.Id).ValueGeneratedNever();
            grade.Property(g => g.Cells).HasColumnType(Json);
            grade.Property(g => g.FirstDivergence).HasColumnType(Json);
            grade.HasOne<Submission>().WithMany(s => s.Grades).HasForeignKey(g => g.SubmissionId).OnDelete(DeleteBehavior.Restrict);
        });
        modelBuilder.Entity<HintUse>(hint =>
        {
            hint.HasKey(h => new { h.InstanceId, h.Blank, h.Row, h.Column, h.Level });
            hint.HasOne<Instance>().WithMany().HasForeignKey(h => h.InstanceId).OnDelete(DeleteBehavior.Cascade);
        });
        modelBuilder.Entity<IdempotencyKey>().HasKey(k => new { k.Scope, k.Key });
    }

    // What only Postgres has: binary JSON for what is queried. Answers are kept to the letter (1e999999 and \u0000 are text to `json`, errors to `jsonb`).
    private string Json => Database.IsNpgsql() ? "jsonb" : "TEXT";

    private string JsonAsSent => Database.IsNpgsql() ? "json" : "TEXT";

    private sealed class UtcConverter() : ValueConverter<DateTime, DateTime>(time => time, time => DateTime.SpecifyKind(time, DateTimeKind.Utc));
}
