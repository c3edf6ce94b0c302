using Microsoft.AspNetCore.Http;
using RnnGrader.Web.Tests.Lti.Platform;

namespace RnnGrader.Web.Tests.Lti.Storm;

/// <summary>Holds scores at the platform's door while it is closed. Who hangs up meanwhile was not let in.</summary>
internal sealed class Gate
{
    private volatile TaskCompletionSource? closed;
    private int held;
    private int most;

    public Gate(TestPlatform platform) => platform.Grades.Fault = HoldAsync;

    /// <summary>How many stand there.</summary>
    public int Held => held;

    /// <summary>How many stood there at once.</summary>
    public int Most => most;

    public void Close() => closed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public void Open()
    {
        var opened = closed;
        closed = null;
        opened?.SetResult();
    }

    private async Task<IResult?> HoldAsync(HttpContext http)
    {
        if (closed is not { } door)
        {
            return null;
        }

        most = Math.Max(most, Interlocked.Increment(ref held));
        try
        {
            await door.Task.WaitAsync(http.RequestAborted);
            return null;
        }
        catch (OperationCanceledException)
        {
            return TypedResults.StatusCode(499);
        }
        finally
        {
            Interlocked.Decrement(ref held);
        }
    }
}
