namespace RnnGrader.Web.Demo;

/// <summary>The time at which something of the demo course happens.</summary>
internal sealed class DemoClock : TimeProvider
{
    /// <summary>UTC.</summary>
    public DateTime At { get; set; }

    public override DateTimeOffset GetUtcNow() => new(At, TimeSpan.Zero);
}
