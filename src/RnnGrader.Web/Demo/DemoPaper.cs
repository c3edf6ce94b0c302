using System.Text.Json;
using System.Text.Json.Nodes;
using RnnGrader.Engine.Numbers;
using RnnGrader.Engine.Slips;
using RnnGrader.Engine.Structures;
using RnnGrader.Engine.Worksheets;

namespace RnnGrader.Web.Demo;

/// <summary>A worksheet as a student fills it in: rightly, or with one mistake from which they work on rightly.</summary>
internal sealed class DemoPaper(Worksheet sheet, DemoStudent student, Random random)
{
    private enum Mistake
    {
        None,
        Slip,
        Careless,
        Unfinished,
    }

    /// <summary>Answers as they are sent.</summary>
    /// <param name="isRight">Whether there is no mistake.</param>
    public JsonElement Fill(bool isRight)
    {
        var answers = sheet.Difference is { } difference ? new JsonObject { [difference.Blank] = Chosen(difference, isRight) } : Written(isRight);
        return JsonSerializer.SerializeToElement(answers);
    }

    // One to three are overlooked, or one too many is taken.
    private JsonArray Chosen(Difference difference, bool isRight)
    {
        var right = difference.Reference.ToList();
        if (!isRight)
        {
            var overlooked = Math.Min(right.Count, random.Next(0, 4));
            right = [.. right.OrderBy(_ => random.Next()).Skip(overlooked)];
            var others = difference.Components.Where(component => component.Kind == ComponentKind.Link && difference.Imply(component.Id) is { } atoms && !atoms.Any(difference.Reference.Contains)).ToList();
            if (overlooked == 0 && others.Count > 0)
            {
                right.Add(others[random.Next(others.Count)].Id);
            }
        }

        return [.. right.Select(id => (JsonNode)id)];
    }

    private JsonObject Written(bool isRight)
    {
        var blanks = sheet.Quantities.Where(quantity => quantity.IsBlank).ToList();
        var mistake = isRight ? Mistake.None : random.Next(10) switch { < 7 => Mistake.Slip, < 9 => Mistake.Careless, _ => Mistake.Unfinished };
        var spoilt = blanks[random.Next(blanks.Count)];
        var (values, answers) = (sheet.Start(), new JsonObject());
        foreach (var quantity in sheet.Quantities.Where(quantity => quantity is { Definition: not null, IsSymbolic: false }))
        {
            var right = quantity.Definition!.Evaluate(values);
            var written = quantity != spoilt || mistake is Mistake.None or Mistake.Unfinished ? right : (mistake == Mistake.Slip ? Slipped(quantity, values, right) : null) ?? Careless(right);
            values.Put(quantity, written);
            if (quantity.IsBlank)
            {
                answers[quantity.Name.Text] = mistake == Mistake.Unfinished && quantity == spoilt ? null : Texts(written);
            }
        }

        return answers;
    }

    // People make the same slip again where they can.
    private Tensor? Slipped(Quantity blank, Valuation values, Tensor right)
    {
        var made = SlipPlan.Of(sheet).Of(blank).Where(variant => variant.Applies(values)).Select(variant => variant.Evaluate(values)).Where(written => !written.SameAs(right)).ToList();
        return made.Count == 0 ? null : made[random.Next(3) > 0 ? student.Habit % made.Count : random.Next(made.Count)];
    }

    private Tensor Careless(Tensor right)
    {
        var cells = right.Cells.ToArray();
        var cell = random.Next(cells.Length);
        cells[cell] += random.Next(2) == 0 ? 1 : -1;
        return Tensor.Of(right.Shape, cells);
    }

    private static JsonNode Texts(Tensor tensor) => tensor.Shape.Kind == ShapeKind.Size
        ? $"{tensor[0]}x{tensor[1]}"
        : new JsonArray([.. Enumerable.Range(0, tensor.Shape.Rows).Select(row => (JsonNode)new JsonArray([.. Enumerable.Range(0, tensor.Shape.Columns).Select(column => (JsonNode)tensor[(row * tensor.Shape.Columns) + column].ToString())]))]);
}
