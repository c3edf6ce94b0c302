using System.Globalization;
using RnnGrader.Engine.Formulas;
using RnnGrader.Engine.Slips.Rewritten;

namespace RnnGrader.Engine.Slips.Library;

/// <summary>The value of the neighbouring row.</summary>
internal sealed class RowShifted() : Slip("row-shifted")
{
    public override string Advice => "Look at which row of the matrices and of the bias you are in.";

    public override string Question => "Are you in the right row?";

    public override string Deed(Scene scene) => scene.Variant?.Formula.Everything().OfType<ShiftedRows>().FirstOrDefault() is { } shifted
        ? string.Create(CultureInfo.InvariantCulture, $"in row {shifted.RowOf(scene.Row)} of {scene.Blank.Name}, a row beside this one")
        : "in the row beside this one";

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
