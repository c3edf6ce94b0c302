using System.Security.Cryptography;

namespace RnnGrader.Web.Printing;

/// <summary>
/// The code of a sheet on paper: seven random letters and digits, and one that tells a mistyped code from somebody else's. The alphabet leaves out what looks
/// alike (0 and O, 1, I and L). It has 31 signs, a prime, so that the check finds each wrong sign and each two that are swapped.
/// </summary>
internal static class SheetCode
{
    /// <summary>How many signs a code has.</summary>
    public const int Length = 8;

    private const string Alphabet = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";

    /// <summary>A new code, which follows from nothing.</summary>
    public static string New()
    {
        var code = RandomNumberGenerator.GetString(Alphabet, Length - 1);

        // The check sign brings the weighed sum to 0; its own weight, 8, is the inverse of 4.
        return code + Alphabet[(Alphabet.Length - Sum(code)) * 4 % Alphabet.Length];
    }

    /// <summary>The code as it is printed, in two groups.</summary>
    public static string Write(string code) => $"{code[..(Length / 2)]}-{code[(Length / 2)..]}";

    /// <summary>The code that was typed, whatever stands between its signs, in capitals or not; null where it is mistyped.</summary>
    public static string? Read(string? typed)
    {
        var code = string.Concat((typed ?? "").Where(char.IsAsciiLetterOrDigit)).ToUpperInvariant();
        return code.Length == Length && code.All(Alphabet.Contains) && Sum(code) == 0 ? code : null;
    }

    private static int Sum(string code) => code.Select((sign, place) => Alphabet.IndexOf(sign, StringComparison.Ordinal) * (place + 1)).Sum() % Alphabet.Length;
}
