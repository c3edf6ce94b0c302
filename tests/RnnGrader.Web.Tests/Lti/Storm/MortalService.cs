using System.Text.Json.Nodes;
using RnnGrader.Web.Tests.House;
using RnnGrader.Web.Tests.Lti.Platform;

namespace RnnGrader.Web.Tests.Lti.Storm;

/// <summary>A service that is killed and started again, and clients that send again what was not answered, as ours do.</summary>
internal sealed class MortalService(string folder, string? postgres, params (string, string)[] settings) : IAsyncDisposable
{
    private ServiceProcess? process;

    public ServiceProcess Process => process!;

    public async Task StartAsync() => process = await ServiceProcess.StartAsync(folder, postgres, settings);

    /// <summary>`kill -9`, and another process with the same store at another address.</summary>
    public async Task DieAndRiseAsync(TestPlatform platform)
    {
        await Process.DisposeAsync();
        await StartAsync();
        platform.ToolOrigin = Process.Http.BaseAddress!.GetLeftPart(UriPartial.Authority);
    }

    /// <summary>Sends until it is answered, with one key.</summary>
    public static async Task<JsonNode> SendAsync(Pupil who, string path, JsonObject body)
    {
        for (var key = Guid.NewGuid().ToString(); ; await Task.Delay(100, TestContext.Current.CancellationToken))
        {
            try
            {
                return await who.PostAsync(path, body.ToJsonString(), key: key);
            }
            catch (HttpRequestException)
            {
                // It is dead. It comes back at another address, which the next try finds.
            }
        }
    }

    public ValueTask DisposeAsync() => process?.DisposeAsync() ?? default;
}
