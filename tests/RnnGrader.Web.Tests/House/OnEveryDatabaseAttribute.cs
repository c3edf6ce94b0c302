using System.Reflection;
using Xunit.Sdk;
using Xunit.v3;

namespace RnnGrader.Web.Tests.House;

/// <summary>Runs the theory on SQLite and on Postgres.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class OnEveryDatabaseAttribute : DataAttribute
{
    public override ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(MethodInfo testMethod, DisposalTracker disposalTracker) =>
        ValueTask.FromResult<IReadOnlyCollection<ITheoryDataRow>>([.. Enum.GetValues<Database>().Select(database => new TheoryDataRow<Database>(database))]);

    public override bool SupportsDiscoveryEnumeration() => true;
}
