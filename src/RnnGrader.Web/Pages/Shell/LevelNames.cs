using RnnGrader.Exercises;

namespace RnnGrader.Web.Pages.Shell;

internal static class LevelNames
{
    public static string Of(Level level) => level switch
    {
        Level.Beginner => Texts.LevelBeginner,
        Level.Intermediate => Texts.LevelIntermediate,
        Level.Advanced => Texts.LevelAdvanced,
        Level.Expert or _ => Texts.LevelExpert,
    };
}
