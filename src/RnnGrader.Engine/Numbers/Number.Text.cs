using System.Buffers;
using System.Globalization;

namespace RnnGrader.Engine.Numbers;

public readonly partial struct Number
{
    // 10^18 is the largest power of ten in 64 bits.
    private const int MostPlaces = 18;

    private static readonly SearchValues<char> DigitsAndPoint = SearchValues.Create("0123456789.");

    /// <summary>How many decimal places the number needs; null where no finite number of them is enough, or where it has no value.</summary>
    public int? DecimalPlaces
    {
        get
        {
            if (!HasValue)
            {
                return null;
            }

            var (rest, twos, fives) = (Denominator, 0, 0);
            for (; rest % 2 == 0; rest /= 2)
            {
                twos++;
            }

            for (; rest % 5 == 0; rest /= 5)
            {
                fives++;
            }

            return rest == 1 && Math.Max(twos, fives) <= MostPlaces ? Math.Max(twos, fives) : null;
        }
    }

    /// <summary>
    /// Reads <c>12</c>, <c>-0.55</c>, <c>.5</c> or <c>1e-3</c> exactly: an optional sign, digits with at most one point among them, an optional exponent.
    /// False for anything else, and for what does not fit into 64 bits.
    /// </summary>
    public static bool TryParse(ReadOnlySpan<char> text, out Number number)
    {
        number = NoValue;
        var exponent = 0;
        var mark = text.IndexOfAny('e', 'E');
        if (mark >= 0)
        {
            if (!int.TryParse(text[(mark + 1)..], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out exponent))
            {
                return false;
            }

            text = text[..mark];
        }

        var negative = text.Length > 0 && text[0] == '-';
        if (negative || (text.Length > 0 && text[0] == '+'))
        {
            text = text[1..];
        }

        var point = text.IndexOf('.');
        var whole = point < 0 ? text : text[..point];
        var places = point < 0 ? [] : text[(point + 1)..].TrimEnd('0');
        if (text.Length == 0 || text is "." || text.ContainsAnyExcept(DigitsAndPoint) || places.Contains('.'))
        {
            return false;
        }

        Int128 digits = 0;
        if (!Append(whole, ref digits) || !Append(places, ref digits))
        {
            return false;
        }

        if (digits != 0)
        {
            var power = (long)exponent - places.Length;
            if (power is > MostPlaces or < -2 * MostPlaces || !Scale(ref digits, power, out var scale))
            {
                return false;
            }

            number = Of(negative ? -digits : digits, scale);
        }
        else
        {
            number = Zero;
        }

        return number.HasValue;
    }

    /// <summary>The shortest decimal form where there is one (<c>-0.99</c>), else a fraction (<c>1/3</c>); <c>no value</c> where there is none.</summary>
    public override string ToString()
    {
        if (!HasValue)
        {
            return "no value";
        }

        if (IsInteger)
        {
            return numerator.ToString(CultureInfo.InvariantCulture);
        }

        if (DecimalPlaces is not { } places)
        {
            return string.Create(CultureInfo.InvariantCulture, $"{numerator}/{Denominator}");
        }

        Int128 scale = 1;
        for (var i = 0; i < places; i++)
        {
            scale *= 10;
        }

        var digits = ((Int128)numerator * (scale / Denominator)).ToString(CultureInfo.InvariantCulture).TrimStart('-').PadLeft(places + 1, '0');
        return $"{(numerator < 0 ? "-" : "")}{digits[..^places]}.{digits[^places..]}";
    }

    /// <summary>The nearest number of 15 significant digits, which is what a double is sure to hold, and at most 15 places; no value for NaN and infinities.</summary>
    public static Number FromDouble(double value) =>
        double.IsFinite(value) && TryParse(value.ToString(Math.Abs(value) < 1 ? "F15" : "G15", CultureInfo.InvariantCulture), out var number) ? number : NoValue;

    public double ToDouble() => HasValue ? (double)numerator / Denominator : double.NaN;

    private static bool Append(ReadOnlySpan<char> more, ref Int128 digits)
    {
        foreach (var digit in more)
        {
            if (digits > long.MaxValue)
            {
                return false;
            }

            digits = (digits * 10) + (digit - '0');
        }

        return true;
    }

    private static bool Scale(ref Int128 digits, long power, out Int128 scale)
    {
        scale = 1;
        for (; power > 0; power--)
        {
            digits *= 10;
            if (digits > long.MaxValue)
            {
                return false;
            }
        }

        for (; power < 0; power++)
        {
            scale *= 10;
        }

        return true;
    }
}
