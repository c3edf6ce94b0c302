using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using RnnGrader.Engine.Numbers;

namespace RnnGrader.Grading;

/// <summary>What a cell was understood as: a JSON number where there is a finite decimal form, else text (<c>"1/3"</c>, <c>"4x3"</c>).</summary>
[JsonConverter(typeof(CellValueJsonConverter))]
public sealed record CellValue(string Text, bool IsNumber)
{
    public static CellValue Of(Number number) => new(number.ToString(), number.DecimalPlaces is not null);

    /// <summary>A size as text.</summary>
    public static CellValue Of(Number rows, Number columns) => new(string.Create(CultureInfo.InvariantCulture, $"{rows}x{columns}"), false);
}
