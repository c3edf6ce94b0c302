using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;
using RnnGrader.Engine.Worksheets;
using RnnGrader.Storage;

namespace RnnGrader.Web.Instances;

/// <summary>Instances read lately. They never change but for whose they are, so copies of the service need not agree about what is in here.</summary>
internal sealed class InstanceCache : IDisposable
{
    private const int Capacity = 2000;

    private readonly MemoryCache instances = new(new MemoryCacheOptions { SizeLimit = Capacity });

    public async ValueTask<DrawnInstance?> FindAsync(StoreContext store, Guid id, CancellationToken cancellationToken) =>
        instances.Get<DrawnInstance>(id)
        ?? (await store.Instances.AsNoTracking().SingleOrDefaultAsync(i => i.Id == id, cancellationToken) is { } row ? Keep(row, WorksheetJson.Read(row.Worksheet)) : null);

    /// <summary>The same for a caller: where it was somebody else's it is asked for again, since two people may have been joined since.</summary>
    public async ValueTask<DrawnInstance?> FindAsync(StoreContext store, Guid id, Guid? caller, CancellationToken cancellationToken)
    {
        var found = await FindAsync(store, id, cancellationToken);
        if (found?.Row.PersonId is { } owner && owner != caller && await store.Instances.AsNoTracking().SingleOrDefaultAsync(i => i.Id == id, cancellationToken) is { } row && row.PersonId != owner)
        {
            return Keep(row, found.Sheet);
        }

        return found;
    }

    public DrawnInstance Keep(Instance row, Worksheet sheet) =>
        instances.Set(row.Id, new DrawnInstance(row, sheet), new MemoryCacheEntryOptions { Size = 1 });

    public void Dispose() => instances.Dispose();
}
