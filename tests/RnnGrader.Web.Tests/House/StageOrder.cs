using RnnGrader.Web.Tests.House;
using Xunit.Sdk;
using Xunit.v3;

[assembly: TestCollectionOrderer(typeof(StageOrder))]

namespace RnnGrader.Web.Tests.House;

/// <summary>
/// The API first, then the pages in a browser, then what kills services; in each stage the slow classes before the others, so that no thread stands idle at the end while one
/// of them runs. All run in one process: one for each stage would start the shared services and compile the code again.
/// </summary>
public sealed class StageOrder : ITestCollectionOrderer
{
    private static readonly string[] Stages = ["api", "browser", "storm"];

    public IReadOnlyCollection<TTestCollection> OrderTestCollections<TTestCollection>(IReadOnlyCollection<TTestCollection> testCollections)
        where TTestCollection : ITestCollection =>
        [.. testCollections.OrderBy(collection => Array.IndexOf(Stages, Trait(collection, "stage") ?? "api")).ThenBy(collection => Trait(collection, "slow") is null)];

    // Each class is a collection of its own, named "Test collection for NAME (id: …)".
    private static string? Trait(ITestCollection collection, string name) =>
        typeof(StageOrder).Assembly.GetType(collection.TestCollectionDisplayName.Split(' ')[3]) is { } type
            ? Trait(type, name)
            : throw new InvalidOperationException($"No class is found for '{collection.TestCollectionDisplayName}'.");

    internal static string? Trait(Type type, string name) =>
        type.GetCustomAttributes(inherit: true).OfType<ITraitAttribute>()
            .SelectMany(trait => trait.GetTraits()).Where(trait => trait.Key == name).Select(trait => trait.Value).FirstOrDefault();
}
