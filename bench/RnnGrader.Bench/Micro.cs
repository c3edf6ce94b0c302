namespace RnnGrader.Bench;

internal static class Micro
{
    public static string Table() => "";
}
