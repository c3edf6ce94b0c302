namespace RnnGrader.Exercises.Learning;

/// <summary>
/// The sets of exponents 0..5 whose rounded exponentials 1, 3, 7, 20, 55, 148 add up to 20, 25, 50 or 100, so that every quotient has two exact
/// decimals. With 4 to 12 classes and three different exponents or more there are 5, 7, 16 and 24 of them.
/// </summary>
internal static class ExponentSets
{
    public const int Least = 4;
    public const int Most = 12;

    public static readonly int[] Rounded = [1, 3, 7, 20, 55, 148];

    public static readonly int[] Totals = [20, 25, 50, 100];

    /// <summary>Each set with its exponents in falling order.</summary>
    public static IReadOnlyList<int[]> All { get; } = [.. Enumerable.Range(Least, Most - Least + 1).SelectMany(classes => Of(classes, Rounded.Length - 1, [])).Where(IsFit)];

    public static int Total(int[] exponents) => exponents.Sum(exponent => Rounded[exponent]);

    private static IEnumerable<int[]> Of(int classes, int largest, int[] chosen) => chosen.Length == classes
        ? [chosen]
        : Enumerable.Range(0, largest + 1).Where(next => Total(chosen) + Rounded[next] <= Totals[^1]).SelectMany(next => Of(classes, next, [.. chosen, next]));

    private static bool IsFit(int[] exponents) => Totals.Contains(Total(exponents)) && exponents.Distinct().Count() >= 3;
}
