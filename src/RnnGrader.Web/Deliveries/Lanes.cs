using Microsoft.Extensions.Options;

namespace RnnGrader.Web.Deliveries;

/// <summary>
/// How much this copy sends to each place at once: half as much after a failure, one more after each success, nothing while the place asks to be left alone. A
/// platform that is down or slow is so found out at the cost of one, and holds up no other.
/// </summary>
internal sealed class Lanes(IOptions<DeliverySettings> options, TimeProvider time)
{
    private readonly DeliverySettings settings = options.Value;
    private readonly Dictionary<Guid, Lane> lanes = [];

    /// <summary>How many are under way.</summary>
    public int UnderWay
    {
        get
        {
            lock (lanes)
            {
                return lanes.Values.Sum(lane => lane.UnderWay);
            }
        }
    }

    /// <summary>Places that nothing may be sent to now.</summary>
    public IReadOnlyList<Guid> Full()
    {
        lock (lanes)
        {
            return [.. lanes.Keys.Where(place => Room(place) <= 0)];
        }
    }

    /// <summary>How many more may be sent to a place now.</summary>
    public int RoomOf(Guid place)
    {
        lock (lanes)
        {
            return Room(place);
        }
    }

    public void Enter(Guid place)
    {
        lock (lanes)
        {
            (lanes.TryGetValue(place, out var lane) ? lane : lanes[place] = new() { Width = settings.AtOnceToOne }).UnderWay++;
        }
    }

    /// <summary>One is done; <paramref name="result"/> is null where it was not told how.</summary>
    public void Leave(Guid place, DeliveryResult? result)
    {
        lock (lanes)
        {
            var lane = lanes[place];
            lane.UnderWay--;
            if (IsStrain(result))
            {
                lane.Width = Math.Max(1, lane.Width / 2);
                lane.RestsUntil = Later(lane.RestsUntil, time.GetUtcNow() + TimeSpan.FromSeconds(Math.Min(result?.Pause?.TotalSeconds ?? 0, settings.LongestRestSeconds)));
            }
            else if (result?.Status is not null)
            {
                lane.Width = Math.Min(settings.AtOnceToOne, lane.Width + 1);
            }

            // One that is as if it were new need not be remembered.
            if (lane.UnderWay == 0 && lane.Width == settings.AtOnceToOne && lane.RestsUntil <= time.GetUtcNow())
            {
                lanes.Remove(place);
            }
        }
    }

    // A conflict or a column that is gone says nothing about how the place is.
    private static bool IsStrain(DeliveryResult? result) => result is { Outcome: DeliveryOutcome.Again, Status: null or 403 or 408 or 425 or 429 or >= 500 };

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;

    private int Room(Guid place) => !lanes.TryGetValue(place, out var lane) ? settings.AtOnceToOne : time.GetUtcNow() < lane.RestsUntil ? 0 : lane.Width - lane.UnderWay;

    private sealed class Lane
    {
        public required int Width { get; set; }

        public int UnderWay { get; set; }

        public DateTimeOffset RestsUntil { get; set; }
    }
}
