using System.Numerics;
using CsCheck;
using RnnGrader.Engine.Numbers;

namespace RnnGrader.Tests.Engine;

public sealed class NumberTests
{
    private static readonly Gen<Number> Small = Gen.Select(Gen.Long[-1_000_000, 1_000_000], Gen.Long[1, 10_000]).Select((above, below) => Number.Of(above, below));

    [Fact]
    public void Thirds_add_up_to_one_and_hundredths_are_exact()
    {
        Assert.Equal(1, Number.Of(1, 3) + Number.Of(1, 3) + Number.Of(1, 3));
        Assert.True(Number.TryParse("0.01", out var hundredth));
        Assert.Equal("-0.99", (hundredth - 1).ToString());
    }

    [Fact]
    public void Arithmetic_agrees_with_big_integers_or_has_no_value() =>
        Gen.Select(Any(), Any()).Sample((a, b) =>
        {
            Same(a + b, (Above(a) * Below(b)) + (Above(b) * Below(a)), Below(a) * Below(b));
            Same(a - b, (Above(a) * Below(b)) - (Above(b) * Below(a)), Below(a) * Below(b));
            Same(a * b, Above(a) * Above(b), Below(a) * Below(b));
            Same(a / b, Above(a) * Below(b), Below(a) * Above(b));
            Assert.Equal((Above(a) * Below(b)).CompareTo(Above(b) * Below(a)), Math.Sign(a.CompareTo(b)));
        });

    [Fact]
    public void No_value_in_gives_no_value_out()
    {
        foreach (var result in new[] { Number.NoValue + 1, 1 - Number.NoValue, Number.NoValue * 0, 1 / (Number)0, -Number.NoValue, Number.NoValue.Round(2) })
        {
            Assert.False(result.HasValue);
        }
    }

    [Fact]
    public void A_printed_number_is_read_back() => Gen.Select(Gen.Long[-1_000_000, 1_000_000], Gen.Int[0, 9]).Sample((digits, places) =>
    {
        var number = Number.Of(digits, (long)Math.Pow(10, places));
        Assert.True(Number.TryParse(number.ToString(), out var read));
        Assert.Equal(number, read);
    });

    [Theory]
    [InlineData("0.005", 2, "0.01")]
    [InlineData("-0.005", 2, "-0.01")]
    [InlineData("0.0049", 2, "0")]
    [InlineData("7", 0, "7")]
    [InlineData("2.5", 0, "3")]
    public void Halves_are_rounded_away_from_zero(string text, int places, string rounded)
    {
        Assert.True(Number.TryParse(text, out var number));
        Assert.Equal(rounded, number.Round(places).ToString());
    }

    [Theory]
    [InlineData("1e3", "1000")]
    [InlineData("-2.50", "-2.5")]
    [InlineData(".5", "0.5")]
    [InlineData("5.", "5")]
    [InlineData("0e999999", "0")]
    [InlineData("9223372036854775807", "9223372036854775807")]
    public void Decimal_forms_are_read_exactly(string text, string printed)
    {
        Assert.True(Number.TryParse(text, out var number));
        Assert.Equal(printed, number.ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("-")]
    [InlineData(".")]
    [InlineData("1.2.3")]
    [InlineData("0,5")]
    [InlineData("1e")]
    [InlineData("1e999999999999")]
    [InlineData("1e19")]
    [InlineData("9223372036854775808")]
    [InlineData("٣")]
    [InlineData("NaN")]
    [InlineData("1 2")]
    public void What_is_no_number_or_too_large_is_not_read(string text) => Assert.False(Number.TryParse(text, out _));

    private static Gen<Number> Any() => Gen.Frequency(
        (3, Small),
        (1, Gen.Select(Gen.Long, Gen.Long[1, long.MaxValue]).Select((above, below) => Number.Of(above == long.MinValue ? 0 : above, below))));

    private static BigInteger Above(Number number) => number.Numerator;

    private static BigInteger Below(Number number) => number.Denominator;

    private static void Same(Number result, BigInteger above, BigInteger below)
    {
        if (below.IsZero)
        {
            Assert.False(result.HasValue);
            return;
        }

        var divisor = BigInteger.GreatestCommonDivisor(above, below) * below.Sign;
        var fits = BigInteger.Abs(above / divisor) <= long.MaxValue && below / divisor <= long.MaxValue;
        Assert.Equal(fits, result.HasValue);
        if (fits)
        {
            Assert.Equal(above / divisor, result.Numerator);
            Assert.Equal(below / divisor, result.Denominator);
        }
    }
}
