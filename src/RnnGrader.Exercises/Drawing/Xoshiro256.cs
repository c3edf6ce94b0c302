using System.Numerics;

namespace RnnGrader.Exercises.Drawing;

/// <summary>
/// The generator xoshiro256** of Blackman and Vigna (2018), seeded through SplitMix64 as they recommend. Not <see cref="Random"/>, whose
/// algorithm may change with the framework: a seed must draw the same numbers for ever.
/// </summary>
internal sealed class Xoshiro256
{
    private ulong a;
    private ulong b;
    private ulong c;
    private ulong d;

    public Xoshiro256(ulong seed)
    {
        a = SplitMix(ref seed);
        b = SplitMix(ref seed);
        c = SplitMix(ref seed);
        d = SplitMix(ref seed);
    }

    public ulong Next()
    {
        var result = BitOperations.RotateLeft(b * 5, 7) * 9;
        var shifted = b << 17;
        c ^= a;
        d ^= b;
        b ^= c;
        a ^= d;
        c ^= shifted;
        d = BitOperations.RotateLeft(d, 45);
        return result;
    }

    /// <summary>A whole number from 0 to below <paramref name="count"/>, each as likely (Lemire 2019: multiply, and draw again what is over).</summary>
    public int Below(int count)
    {
        var over = (uint)-count % (uint)count;
        while (true)
        {
            var product = (Next() >> 32) * (uint)count;
            if ((uint)product >= over)
            {
                return (int)(product >> 32);
            }
        }
    }

    private static ulong SplitMix(ref ulong state)
    {
        state += 0x9E3779B97F4A7C15;
        var z = (state ^ (state >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
