using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;
using RnnGrader.Engine.Worksheets;
using RnnGrader.Storage;

namespace RnnGrader.Web.Instances;

/// <summary>Instances read lately. They never change, so copies of the service need not agree about what is in here.</summary>
internal sealed class InstanceCache : IDisposable
{
    private const int Capacity = 2000;

    private readonly MemoryCache instances = new(new MemoryCacheOptions { SizeLimit = Capacity });

    public async ValueTask<DrawnInstance?> FindAsync(StoreContext store, Guid id, CancellationToken cancellationToken) =>
        instances.Get<DrawnInstance>(id)
        ?? (await store.Instances.AsNoTracking().SingleOrDefaultAsync(i => i.Id == id, cancellationToken) is { } row ? Keep(row, WorksheetJson.Read(row.Worksheet)) : null);

    public DrawnInstance Keep(Instance row, Worksheet sheet) =>
        instances.Set(row.Id, new DrawnInstance(row, sheet), new MemoryCacheEntryOptions { Size = 1 });

    public void Dispose() => instances.Dispose();
}
