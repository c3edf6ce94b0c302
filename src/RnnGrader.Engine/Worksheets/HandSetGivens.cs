using System.Text.Json;
using RnnGrader.Engine.Formulas;
using RnnGrader.Engine.Numbers;

namespace RnnGrader.Engine.Worksheets;

/// <summary>
/// A worksheet with its givens set by hand, from a paper sheet say. They are checked against the worksheet's formulas: sizes may be others than
/// those drawn as long as they fit together.
/// </summary>
public static class HandSetGivens
{
    /// <summary>More rows or columns than this are no work for a pencil.</summary>
    public const int MostSide = 16;

    /// <summary>The template's formulas over other numbers; null where something is wrong, which is then said under <c>givens.…</c>.</summary>
    public static Worksheet? Bind(Worksheet template, JsonElement givens, Problems problems)
    {
        if (givens.ValueKind != JsonValueKind.Object)
        {
            problems.Add("givens", "The givens must be an object of tensors by name.");
            return null;
        }

        var already = problems.ByPath.Count;
        var tensors = new Dictionary<string, Tensor>(StringComparer.Ordinal);
        foreach (var member in givens.EnumerateObject())
        {
            if (template.Find(member.Name) is not { Given: { } drawn } quantity)
            {
                problems.Add($"givens.{member.Name}", $"This exercise has no given named '{member.Name}'.");
            }
            else if (Read(member.Name, member.Value, drawn.Shape, problems) is { } tensor)
            {
                tensors[member.Name] = tensor;
                if (quantity.Domain.Objection(member.Name, tensor) is { } objection)
                {
                    problems.Add($"givens.{member.Name}", objection);
                }
            }
        }

        foreach (var quantity in template.Quantities.Where(quantity => quantity.Given is not null && !quantity.Domain.IsFixed))
        {
            if (!givens.TryGetProperty(quantity.Name.Text, out _))
            {
                problems.Add($"givens.{quantity.Name}", $"{quantity.Name} is missing.");
            }
        }

        return problems.ByPath.Count > already ? null : Write(template, tensors, problems);
    }

    private static Worksheet? Write(Worksheet template, Dictionary<string, Tensor> tensors, Problems problems)
    {
        try
        {
            var sheet = template.Over(tensors);
            foreach (var blank in sheet.Quantities.Where(quantity => quantity.IsBlank))
            {
                if (sheet.Reference[blank.Name.Slot].Cells.ToArray().Any(cell => !cell.HasValue))
                {
                    problems.Add("givens", $"With these numbers {blank.Name} = {blank.Definition} can't be worked out.");
                }
            }

            return problems.Any ? null : sheet;
        }
        catch (ShapeException e)
        {
            var named = e.Where.Everything().OfType<Name>().Select(name => name.Text).Where(tensors.ContainsKey).Distinct();
            foreach (var path in named.Select(name => $"givens.{name}").DefaultIfEmpty("givens"))
            {
                problems.Add(path, e.Message);
            }

            return null;
        }
    }

    private static Tensor? Read(string name, JsonElement json, Shape drawn, Problems problems)
    {
        var rows = Rows(json, drawn.Columns == 1);
        var cells = rows.SelectMany(row => row).Select(Read).ToArray();
        var objection =
            rows.Length is 0 or > MostSide || rows[0].Length is 0 or > MostSide ? $"{name} must have 1 to {MostSide} rows and columns."
            : rows.Any(row => row.Length != rows[0].Length) ? $"The rows of {name} must all have the same number of cells."
            : drawn.IsScalar && cells.Length != 1 ? $"{name} must be one number."
            : cells.Any(cell => cell is null) ? $"The cells of {name} must be numbers."
            : null;
        if (objection is not null)
        {
            problems.Add($"givens.{name}", objection);
            return null;
        }

        var shape = drawn.IsScalar ? Shape.Scalar : Shape.Matrix(rows.Length, rows[0].Length);
        return Tensor.Of(shape, [.. cells.Select(cell => cell!.Value)]);
    }

    // A vector may be flat, and one number may stand for itself.
    private static JsonElement[][] Rows(JsonElement json, bool isVector) => json.ValueKind != JsonValueKind.Array
        ? [[json]]
        : [.. json.EnumerateArray().Take(MostSide + 1) is var rows && isVector && rows.All(row => row.ValueKind != JsonValueKind.Array)
            ? rows.Select(cell => new[] { cell })
            : rows.Select(row => row.ValueKind == JsonValueKind.Array ? row.EnumerateArray().Take(MostSide + 1).ToArray() : [row])];

    private static Number? Read(JsonElement cell)
    {
        if (cell.ValueKind is not (JsonValueKind.Number or JsonValueKind.String))
        {
            return null;
        }

        try
        {
            return cell.Deserialize<Number>() is { HasValue: true } number ? number : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
