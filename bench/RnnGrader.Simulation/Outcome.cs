using RnnGrader.Grading;

namespace RnnGrader.Simulation;

/// <summary>What was said to students of one kind.</summary>
internal sealed class Outcome
{
    public int Students { get; private set; }

    public int Right { get; private set; }

    public int Wrong { get; private set; }

    public int Asked { get; private set; }

    public int AskedWrong { get; private set; }

    public int Silent => Students - Right - Wrong - Asked - AskedWrong;

    public int Made { get; private set; }

    public int Lost { get; private set; }

    /// <summary>The first things that were said.</summary>
    public List<string> Said { get; } = [];

    /// <summary>Judges a grade by the slips that were made; none for a student whose slip has no name.</summary>
    public void Add(Grade grade, int made, params ReadOnlySpan<string> slips)
    {
        var (right, wrong, asked, askedWrong, lost) = (0, 0, 0, 0, 0);
        foreach (var cell in grade.Cells)
        {
            if (Said.Count < 3 && cell is { Feedback: { } feedback, Verdict: not Verdict.Carried } && !Said.Contains(feedback))
            {
                Said.Add($"{feedback} [{cell.Given}]");
            }

            lost += cell.Verdict == Verdict.Wrong ? 1 : 0;
            right += cell.Slip is not null && slips.Contains(cell.Slip) ? 1 : 0;
            wrong += cell.Slip is not null && !slips.Contains(cell.Slip) ? 1 : 0;
            asked += cell.Suggestion is not null && slips.Contains(cell.Suggestion) ? 1 : 0;
            askedWrong += cell.Suggestion is not null && !slips.Contains(cell.Suggestion) ? 1 : 0;
        }

        Students++;
        Made += made;
        Lost += lost;
        Wrong += wrong > 0 ? 1 : 0;
        Right += wrong == 0 && right > 0 ? 1 : 0;
        AskedWrong += wrong + right == 0 && askedWrong > 0 ? 1 : 0;
        Asked += wrong + right + askedWrong == 0 && asked > 0 ? 1 : 0;
    }

    public void Add(Outcome other)
    {
        Students += other.Students;
        Right += other.Right;
        Wrong += other.Wrong;
        Asked += other.Asked;
        AskedWrong += other.AskedWrong;
        Made += other.Made;
        Lost += other.Lost;
    }
}
