using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace RnnGrader.Storage;

/// <summary>The one model, of which Postgres and SQLite each have a context and migrations. Each entity's table is configured beside it.</summary>
public abstract class StoreContext(DbContextOptions options) : IdentityUserContext<Person, Guid>(options), IDataProtectionKeyContext
{
    /// <summary>What programs show to act for a person.</summary>
    public DbSet<AccessToken> AccessTokens => Set<AccessToken>();

    /// <summary>Links by which people set a password.</summary>
    public DbSet<Invitation> Invitations => Set<Invitation>();

    /// <summary>Keys of cookies and forms, which all copies of the service share.</summary>
    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    /// <summary>Courses.</summary>
    public DbSet<Course> Courses => Set<Course>();

    /// <summary>Who belongs to them.</summary>
    public DbSet<Membership> Memberships => Set<Membership>();

    /// <summary>Their groups.</summary>
    public DbSet<Group> Groups => Set<Group>();

    /// <summary>Who changed what and when.</summary>
    public DbSet<AuditEntry> Audit => Set<AuditEntry>();

    /// <summary>Assignments.</summary>
    public DbSet<Assignment> Assignments => Set<Assignment>();

    /// <summary>Their exercises.</summary>
    public DbSet<AssignmentItem> Items => Set<AssignmentItem>();

    /// <summary>More time for one student.</summary>
    public DbSet<Extension> Extensions => Set<Extension>();

    /// <summary>Drawn exercises.</summary>
    public DbSet<Instance> Instances => Set<Instance>();

    /// <summary>What is typed and not yet submitted.</summary>
    public DbSet<Draft> Drafts => Set<Draft>();

    /// <summary>What students sent.</summary>
    public DbSet<Submission> Submissions => Set<Submission>();

    /// <summary>Verdicts on submissions.</summary>
    public DbSet<Grade> Grades => Set<Grade>();

    /// <summary>Scores that people set.</summary>
    public DbSet<Override> Overrides => Set<Override>();

    /// <summary>Cells that are not right.</summary>
    public DbSet<Mistake> Mistakes => Set<Mistake>();

    /// <summary>Where students stand.</summary>
    public DbSet<Standing> Standings => Set<Standing>();

    /// <summary>Gradings again.</summary>
    public DbSet<Regrade> Regrades => Set<Regrade>();

    /// <summary>What they change.</summary>
    public DbSet<RegradeChange> RegradeChanges => Set<RegradeChange>();

    /// <summary>Hints that were shown.</summary>
    public DbSet<HintUse> HintUses => Set<HintUse>();

    /// <summary>Requests that were carried out.</summary>
    public DbSet<IdempotencyKey> IdempotencyKeys => Set<IdempotencyKey>();

    /// <summary>This tool as platforms know it.</summary>
    public DbSet<LtiRegistration> LtiRegistrations => Set<LtiRegistration>();

    /// <summary>Where platforms have installed it.</summary>
    public DbSet<LtiDeployment> LtiDeployments => Set<LtiDeployment>();

    /// <summary>What this tool signs with.</summary>
    public DbSet<LtiKey> LtiKeys => Set<LtiKey>();

    /// <summary>Platforms' courses.</summary>
    public DbSet<LtiContext> LtiContexts => Set<LtiContext>();

    /// <summary>Platforms' links.</summary>
    public DbSet<LtiLink> LtiLinks => Set<LtiLink>();

    /// <summary>Platforms' users.</summary>
    public DbSet<LtiUser> LtiUsers => Set<LtiUser>();

    /// <summary>Nonces that came back.</summary>
    public DbSet<LtiNonce> LtiNonces => Set<LtiNonce>();

    /// <summary>What became of launches.</summary>
    public DbSet<LtiLaunch> LtiLaunches => Set<LtiLaunch>();

    /// <summary>Who is told of what happens in a course.</summary>
    public DbSet<Webhook> Webhooks => Set<Webhook>();

    /// <summary>What is wanted at other places.</summary>
    public DbSet<Delivery> Deliveries => Set<Delivery>();

    /// <summary>How bringing it there went.</summary>
    public DbSet<DeliveryAttempt> DeliveryAttempts => Set<DeliveryAttempt>();

    /// <inheritdoc/>
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        configurationBuilder.Properties<DateTime>().HaveConversion<UtcConverter>();

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.Entity<Microsoft.AspNetCore.Identity.IdentityUserClaim<Guid>>().ToTable("person_claims");
        builder.Entity<Microsoft.AspNetCore.Identity.IdentityUserLogin<Guid>>().ToTable("person_logins");
        builder.Entity<Microsoft.AspNetCore.Identity.IdentityUserToken<Guid>>().ToTable("person_tokens");
        var columns = Database.IsNpgsql() ? Columns.Postgres : Columns.Sqlite;
        builder
            .ApplyConfiguration(new PersonTable()).ApplyConfiguration(new AccessTokenTable()).ApplyConfiguration(new InvitationTable())
            .ApplyConfiguration(new MembershipTable()).ApplyConfiguration(new GroupTable()).ApplyConfiguration(new AuditEntryTable(columns))
            .ApplyConfiguration(new AssignmentTable()).ApplyConfiguration(new AssignmentItemTable(columns)).ApplyConfiguration(new ExtensionTable())
            .ApplyConfiguration(new InstanceTable(columns)).ApplyConfiguration(new DraftTable(columns)).ApplyConfiguration(new HintUseTable())
            .ApplyConfiguration(new SubmissionTable(columns)).ApplyConfiguration(new GradeTable(columns)).ApplyConfiguration(new OverrideTable())
            .ApplyConfiguration(new MistakeTable()).ApplyConfiguration(new StandingTable())
            .ApplyConfiguration(new RegradeTable(columns)).ApplyConfiguration(new RegradeChangeTable(columns))
            .ApplyConfiguration(new IdempotencyKeyTable());
        builder.AddConnections(columns);
        builder.Entity<Course>().Property(c => c.Id).ValueGeneratedNever();
    }

    private sealed class UtcConverter() : ValueConverter<DateTime, DateTime>(time => time, time => DateTime.SpecifyKind(time, DateTimeKind.Utc));
}
