using RnnGrader.Engine.Slips.Rewritten;

namespace RnnGrader.Engine.Slips.Library;

/// <summary>The value of the neighbouring row.</summary>
internal sealed class RowShifted() : Slip("row-shifted")
{
    public override string Advice => "Look at which row of the matrices and of the bias you are in.";

    public override string Question => "Are you in the right row?";

    // Which row it is would tell that row's answer.
    public override string Deed(Scene scene) => $"in a row of {scene.Blank.Name} beside this one";

    internal override IEnumerable<SlipVariant> In(Situation situation)
    {
        if (situation.Blank.Shape is { IsMatrix: true, Rows: > 1 } shape)
        {
            yield return new(this, new ShiftedRows(situation.Definition, 1, shape.Rows));
            if (shape.Rows > 2)
            {
                yield return new(this, new ShiftedRows(situation.Definition, -1, shape.Rows));
            }
        }
    }
}
