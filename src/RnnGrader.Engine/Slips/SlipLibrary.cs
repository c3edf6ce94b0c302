using RnnGrader.Engine.Slips.Library;

namespace RnnGrader.Engine.Slips;

/// <summary>Every slip that is looked for. Where one deed has two names, the first of them is taken.</summary>
public static class SlipLibrary
{
    public static IReadOnlyList<Slip> All { get; } = Numbered(
    [
        new BiasForgotten(),
        new ActivationForgotten(),
        new ActivationEverywhere(),
        new StateForgotten(),
        new InputForgotten(),
        new StateStale(),
        new MatrixTransposed(),
        new WeightsSwapped(),
        new SignFlipped(),
        new TermExtra(),
        new AddedNotMultiplied(),
        new TermMissing(),
        new RowShifted(),
        new NotExponentiated(),
        new NotNormalised(),
        new TargetMinusPrediction(),
        new TargetNotSubtracted(),
        new WrongClass(),
        new BiasAsRow(),
        new RowsAndColumnsSwapped(),
        new OldSize(),
        new WrongLayer(),
        new BiasesNotCounted(),
        new TotalNotAdded(),
        new CountedPerStep(),
    ]);

    public static Slip? Find(string name) => All.FirstOrDefault(slip => slip.Name == name);

    private static Slip[] Numbered(Slip[] slips)
    {
        for (var i = 0; i < slips.Length; i++)
        {
            slips[i].Index = i;
        }

        return slips;
    }
}
