using System.Reflection;
using Xunit.Sdk;
using Xunit.v3;

namespace RnnGrader.Web.Tests.House;

/// <summary>Runs the theory on SQLite and on Postgres; on SQLite alone in a quick run.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class OnEveryDatabaseAttribute : DataAttribute
{
    /// <summary>The databases of this run. What is on Postgres in a run on SQLite alone must say that it needs it: <c>[Trait("needs", "postgres")]</c>.</summary>
    internal static IReadOnlyList<Database> All { get; } =
        Environment.GetEnvironmentVariable("RNNGRADER_TEST_DATABASES") == "sqlite" ? [Database.Sqlite] : [Database.Sqlite, Database.Postgres];

    public override ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(MethodInfo testMethod, DisposalTracker disposalTracker) =>
        ValueTask.FromResult<IReadOnlyCollection<ITheoryDataRow>>([.. All.Select(database => new TheoryDataRow<Database>(database))]);

    public override bool SupportsDiscoveryEnumeration() => true;
}
