using System.Net;
using System.Net.Sockets;
using System.Text;

namespace RnnGrader.Web.Tests.House;

/// <summary>A mail server that takes one mail.</summary>
internal sealed class PostOffice : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly Task<string> mail;

    public PostOffice()
    {
        listener.Start();
        mail = TakeAsync();
    }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    /// <summary>What was said to it, the mail included.</summary>
    public Task<string> MailAsync() => mail.WaitAsync(TimeSpan.FromSeconds(30));

    public ValueTask DisposeAsync()
    {
        listener.Dispose();
        return ValueTask.CompletedTask;
    }

    private async Task<string> TakeAsync()
    {
        using var client = await listener.AcceptTcpClientAsync();
        using var reader = new StreamReader(client.GetStream(), Encoding.UTF8);
        await using var writer = new StreamWriter(client.GetStream(), Encoding.ASCII) { NewLine = "\r\n", AutoFlush = true };
        var (said, isBody) = (new StringBuilder(), false);
        await writer.WriteLineAsync("220 post");
        while (await reader.ReadLineAsync() is { } line)
        {
            said.Append(line).Append("\r\n");
            if (line == "QUIT")
            {
                await writer.WriteLineAsync("221 bye");
                break;
            }

            if (isBody && line != ".")
            {
                continue;
            }

            isBody = line == "DATA";
            await writer.WriteLineAsync(isBody ? "354 go on" : "250 ok");
        }

        return said.ToString();
    }
}
