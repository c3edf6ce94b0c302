using RnnGrader.Web.Lti.Keys;
using RnnGrader.Web.Lti.Registering;
using RnnGrader.Web.Requests;

namespace RnnGrader.Web.Pages.Administration;

/// <summary>Reads what the page of platforms shows.</summary>
internal sealed class PlatformsReader(Registrations registrations, ToolKeys keys, TimeProvider time)
{
    public async Task<PlatformsView> ReadAsync(string origin, PlatformsNews news, CancellationToken cancellationToken) => new()
    {
        Registrations = await registrations.ListAsync(cancellationToken),
        Keys = await keys.ListAsync(cancellationToken),
        Origin = origin,
        Now = time.Now(),
        News = news,
    };
}
