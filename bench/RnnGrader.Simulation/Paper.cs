using RnnGrader.Engine.Numbers;
using RnnGrader.Engine.Worksheets;
using RnnGrader.Grading;

namespace RnnGrader.Simulation;

/// <summary>A worksheet as one student fills it in, blank by blank, working on from what was written before.</summary>
internal sealed class Paper(Worksheet sheet)
{
    private readonly Dictionary<string, string?[]> texts = [];

    /// <summary>The cells whose value is not the one that follows from the student's own earlier values.</summary>
    public int Made { get; private set; }

    /// <summary>Fills in every blank: with what <paramref name="write"/> gives, null for what is right for the values before.</summary>
    public Paper Fill(Func<Quantity, Valuation, Tensor, Tensor?> write, Func<Quantity, int, Valuation, string?>? type = null)
    {
        var values = sheet.Start();
        foreach (var quantity in sheet.Quantities)
        {
            if (quantity is not { Definition: not null, IsSymbolic: false })
            {
                continue;
            }

            var right = quantity.Definition.Evaluate(values);
            var written = quantity.IsBlank ? write(quantity, values, right) ?? right : right;
            if (quantity.IsBlank)
            {
                Write(quantity, values, right, written, type);
            }

            values.Put(quantity, written);
        }

        return this;
    }

    public Grade Grade() => Grader.Grade(sheet, Answers.Of(texts));

    private void Write(Quantity quantity, Valuation values, Tensor right, Tensor written, Func<Quantity, int, Valuation, string?>? type)
    {
        if (quantity.Shape.Kind == ShapeKind.Size)
        {
            texts[quantity.Name.Text] = [$"{written[0]}x{written[1]}"];
            Made += written.SameAs(right) ? 0 : 1;
            return;
        }

        var cells = new string?[written.Cells.Length];
        for (var i = 0; i < cells.Length; i++)
        {
            Made += written[i] == right[i] ? 0 : 1;
            cells[i] = type?.Invoke(quantity, i, values) ?? written[i].ToString();
        }

        texts[quantity.Name.Text] = cells;
    }
}
