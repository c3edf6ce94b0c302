using System.Numerics;
using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;

namespace RnnGrader.Engine.Numbers;

/// <summary>
/// An exact fraction of two 64-bit integers in lowest terms, or no value at all. What overflows, and what is divided by zero,
/// is <see cref="NoValue"/>: arithmetic never throws, and no value in gives no value out.
/// </summary>
/// <remarks>Fractions and not <see cref="decimal"/>, in which 1/3 + 1/3 + 1/3 is not 1.</remarks>
[JsonConverter(typeof(NumberJsonConverter))]
public readonly partial struct Number : IEquatable<Number>, IComparable<Number>
{
    private readonly long numerator;

    // Less one, so that the default of the struct is zero and not 0/0.
    private readonly long denominatorLessOne;

    private Number(long numerator, long denominator)
    {
        this.numerator = numerator;
        denominatorLessOne = denominator - 1;
    }

    /// <summary>The result of what cannot be computed: an overflow, a division by zero, a look-up outside its table.</summary>
    public static Number NoValue { get; } = new(0, 0);

    public static Number Zero => default;

    public static Number One { get; } = new(1, 1);

    public long Numerator => numerator;

    /// <summary>At least 1; 0 for no value.</summary>
    public long Denominator => denominatorLessOne + 1;

    public bool HasValue => denominatorLessOne != -1;

    public bool IsZero => numerator == 0 && HasValue;

    public bool IsNegative => numerator < 0;

    public bool IsInteger => denominatorLessOne == 0;

    public static implicit operator Number(int value) => new(value, 1);

    /// <summary>The fraction <paramref name="numerator"/> / <paramref name="denominator"/> in lowest terms.</summary>
    public static Number Of(Int128 numerator, Int128 denominator)
    {
        if (denominator == 0)
        {
            return NoValue;
        }

        if (denominator < 0)
        {
            (numerator, denominator) = (-numerator, -denominator);
        }

        var divisor = GreatestCommonDivisor(numerator < 0 ? (UInt128)(-numerator) : (UInt128)numerator, (UInt128)denominator);
        numerator /= (Int128)divisor;
        denominator /= (Int128)divisor;
        return numerator > long.MaxValue || numerator < -long.MaxValue || denominator > long.MaxValue
            ? NoValue
            : new((long)numerator, (long)denominator);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Number operator +(Number a, Number b)
    {
        if ((a.denominatorLessOne | b.denominatorLessOne) == 0)
        {
            var sum = unchecked(a.numerator + b.numerator);
            // The smallest long has no negative of its own, so it counts as an overflow.
            return ((a.numerator ^ sum) & (b.numerator ^ sum)) < 0 || sum == long.MinValue ? NoValue : new(sum, 1);
        }

        return a.HasValue && b.HasValue ? AddFractions(a, b) : NoValue;
    }

    public static Number operator -(Number a) => a.HasValue ? new(-a.numerator, a.Denominator) : a;

    public static Number operator -(Number a, Number b) => a + -b;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Number operator *(Number a, Number b)
    {
        if ((a.denominatorLessOne | b.denominatorLessOne) == 0)
        {
            var high = Math.BigMul(a.numerator, b.numerator, out var low);
            return high == low >> 63 && low != long.MinValue ? new(low, 1) : NoValue;
        }

        return a.HasValue && b.HasValue
            ? Of((Int128)a.numerator * b.numerator, (Int128)a.Denominator * b.Denominator)
            : NoValue;
    }

    public static Number operator /(Number a, Number b) =>
        a.HasValue && b.HasValue ? Of((Int128)a.numerator * b.Denominator, (Int128)a.Denominator * b.numerator) : NoValue;

    public static bool operator ==(Number a, Number b) =>
        a.numerator == b.numerator && a.denominatorLessOne == b.denominatorLessOne;

    public static bool operator !=(Number a, Number b) => !(a == b);

    public static bool operator <(Number a, Number b) => a.CompareTo(b) < 0;

    public static bool operator >(Number a, Number b) => a.CompareTo(b) > 0;

    public static bool operator <=(Number a, Number b) => a.CompareTo(b) <= 0;

    public static bool operator >=(Number a, Number b) => a.CompareTo(b) >= 0;

    /// <summary>Rounded to so many decimal places, halves away from zero, as one does with a pencil.</summary>
    public Number Round(int places)
    {
        if (!HasValue || IsInteger)
        {
            return this;
        }

        var scale = BigInteger.Pow(10, places);
        var (quotient, rest) = BigInteger.DivRem(BigInteger.Abs(numerator) * scale, Denominator);
        var rounded = (rest * 2 >= Denominator ? quotient + 1 : quotient) * Math.Sign(numerator);
        var divisor = BigInteger.GreatestCommonDivisor(rounded, scale);
        (rounded, scale) = (rounded / divisor, scale / divisor);
        return BigInteger.Abs(rounded) > long.MaxValue || scale > long.MaxValue ? NoValue : new((long)rounded, (long)scale);
    }

    /// <summary>No value sorts before every value.</summary>
    public int CompareTo(Number other)
    {
        if ((denominatorLessOne | other.denominatorLessOne) == 0)
        {
            return numerator.CompareTo(other.numerator);
        }

        return HasValue && other.HasValue
            ? ((Int128)numerator * other.Denominator).CompareTo((Int128)other.numerator * Denominator)
            : HasValue.CompareTo(other.HasValue);
    }

    public bool Equals(Number other) => this == other;

    public override bool Equals(object? obj) => obj is Number other && this == other;

    public override int GetHashCode() => HashCode.Combine(numerator, denominatorLessOne);

    // Two numerators of at most 2^63 - 1 times as much, added, stay below 2^127.
    private static Number AddFractions(Number a, Number b) => a.denominatorLessOne == b.denominatorLessOne
        ? Of((Int128)a.numerator + b.numerator, a.Denominator)
        : Of(((Int128)a.numerator * b.Denominator) + ((Int128)b.numerator * a.Denominator), (Int128)a.Denominator * b.Denominator);

    private static UInt128 GreatestCommonDivisor(UInt128 a, UInt128 b)
    {
        while (b != 0)
        {
            if ((a | b) <= ulong.MaxValue)
            {
                return GreatestCommonDivisor((ulong)a, (ulong)b);
            }

            (a, b) = (b, a % b);
        }

        return a;
    }

    private static ulong GreatestCommonDivisor(ulong a, ulong b)
    {
        while (b != 0)
        {
            (a, b) = (b, a % b);
        }

        return a;
    }
}
