using System.Text.Json;
using RnnGrader.Engine;
using RnnGrader.Engine.Worksheets;
using RnnGrader.Exercises.Drawing;

namespace RnnGrader.Exercises;

/// <summary>
/// One exercise of the catalogue: draws numbers and writes formulas, as on paper. It holds no grading, no text of a solution and no drawing code;
/// they are read off the worksheet.
/// </summary>
/// <param name="number">Its number in the workbook.</param>
/// <param name="slug">Its name in addresses.</param>
/// <param name="title">Its title in the workbook.</param>
/// <param name="level">Its level in the workbook.</param>
/// <param name="summary">What is given and what is asked, in one sentence.</param>
public abstract class Exercise(int number, string slug, string title, Level level, string summary)
{
    /// <summary>The greatest seed: the greatest whole number that is exact wherever JSON is read into doubles.</summary>
    public const ulong MostSeed = (1UL << 53) - 1;

    private Worksheet? usual;

    public int Number { get; } = number;

    public string Slug { get; } = slug;

    public string Title { get; } = title;

    public Level Level { get; } = level;

    public string Summary { get; } = summary;

    /// <summary>Raised by any change that alters what a seed draws; an instance keeps the version that drew it.</summary>
    public virtual int Version => 1;

    /// <summary>What a draw can be given.</summary>
    public IReadOnlyList<Parameter> Parameters => field ??= [Parameter.Difficulty, .. OwnParameters];

    /// <summary>The blanks of a usual draw.</summary>
    public IReadOnlyList<Blank> Blanks => (usual ??= Draw(0, Settings.Default(this))).Blanks;

    protected abstract IReadOnlyList<Parameter> OwnParameters { get; }

    /// <summary>The worksheet of a seed: the same one each time.</summary>
    public Worksheet Draw(ulong seed, Settings settings) => Candidates.Best(this, seed, settings);

    /// <summary>The worksheet with its givens set by hand; null where they don't fit, which is then said under <c>givens.…</c>.</summary>
    public Worksheet? From(JsonElement givens, Settings settings, Problems problems)
    {
        var template = Draw(0, settings);
        if (template.Difference is null)
        {
            return HandSetGivens.Bind(template, givens, problems);
        }

        problems.Add("givens", "This exercise has no numbers that could be set by hand: draw it with a seed and parameters.");
        return null;
    }

    /// <summary>Why these settings, each within its bounds, can't be drawn together; null where they can.</summary>
    internal virtual string? Objection(Settings settings) => null;

    internal Worksheet Write(Draw draw)
    {
        var sheet = new WorksheetWriter();
        Write(sheet, draw);
        return sheet.Finish();
    }

    protected abstract void Write(WorksheetWriter sheet, Draw draw);
}
