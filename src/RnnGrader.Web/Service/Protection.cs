using Microsoft.AspNetCore.DataProtection;
using RnnGrader.Storage;

namespace RnnGrader.Web.Service;

internal static class Protection
{
    /// <summary>Encrypts what is kept or handed out for others to keep. The keys are in the store, so that any copy of the service reads what another wrote.</summary>
    public static void AddProtection(this IServiceCollection services) =>
        services.AddDataProtection().SetApplicationName("RnnGrader").PersistKeysToDbContext<StoreContext>();
}
