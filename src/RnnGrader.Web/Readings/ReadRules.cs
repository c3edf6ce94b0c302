using System.Text.Json;
using FluentValidation;
using RnnGrader.Grading;

namespace RnnGrader.Web.Readings;

internal sealed class ReadRules : AbstractValidator<ReadRequest>
{
    public ReadRules()
    {
        RuleFor(request => request.Kind).Must(kind => kind is null || (kind is { ValueKind: JsonValueKind.String } text && text.GetString() is "numbers" or "number" or "size"))
            .OverridePropertyName("kind").WithMessage("kind must be \"numbers\" or \"size\".");
        RuleFor(request => request.Cells).Must(cells => cells is { ValueKind: JsonValueKind.Array } list && list.GetArrayLength() <= ReadRequest.MostCells && list.EnumerateArray().All(IsCell))
            .OverridePropertyName("cells").WithMessage($"cells must be an array of at most {ReadRequest.MostCells} cells, each a number, null or a text of at most {Answers.MostCharacters} characters.");
    }

    private static bool IsCell(JsonElement cell) => cell.ValueKind switch
    {
        JsonValueKind.Null => true,
        JsonValueKind.Number => cell.GetRawText().Length <= Answers.MostCharacters,
        JsonValueKind.String => cell.GetString()!.Length <= Answers.MostCharacters,
        _ => false,
    };
}
