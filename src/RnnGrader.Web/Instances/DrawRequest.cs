using System.Security.Cryptography;
using System.Text.Json;

namespace RnnGrader.Web.Instances;

/// <summary>What to draw.</summary>
/// <param name="Exercise">Slug of the exercise.</param>
/// <param name="Seed">A whole number from 0 to 2^53 − 1: the same seed draws the same numbers. Left out: a random one, which the answer names.</param>
/// <param name="Parameters">What the draw is given; `GET /exercises/{slug}` lists what there is.</param>
/// <param name="Givens">In place of a seed, the numbers set by hand, by name.</param>
internal sealed record DrawRequest(JsonElement? Exercise, JsonElement? Seed, JsonElement? Parameters, JsonElement? Givens)
{
    /// <summary>The largest whole number that every JSON reader keeps exactly.</summary>
    public const long MaxSeed = (1L << 53) - 1;

    public static long RandomSeed() => BitConverter.ToInt64(RandomNumberGenerator.GetBytes(sizeof(long))) & MaxSeed;
}
