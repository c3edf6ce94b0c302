using System.Text.Json.Serialization;
using RnnGrader.Storage;
using RnnGrader.Web.Requests;

namespace RnnGrader.Web.Gradebook;

/// <summary>What one student has.</summary>
/// <param name="Person">Id of the student.</param>
/// <param name="Name">Their name.</param>
/// <param name="Email">Their address; null where none is known.</param>
/// <param name="Group">Their group; null for none.</param>
/// <param name="Cells">A cell for each column, in the columns' order.</param>
/// <param name="Total">The sum of the points.</param>
/// <param name="OutOf">What a score of 1 everywhere would be worth.</param>
internal sealed record GradebookRow(
    string Person, string Name,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] string? Email,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] string? Group,
    IReadOnlyList<GradebookCell> Cells, double Total, double OutOf)
{
    public static GradebookRow Of(Student student, IReadOnlyList<GradebookColumn> columns, IReadOnlyDictionary<string, Standing> standings)
    {
        var cells = columns.Select(column => GradebookCell.Of(column, standings.GetValueOrDefault(column.Item))).ToList();
        return new(Ids.Write(student.Id), student.Name, student.Email, student.Group, cells, Sum(cells.Select(cell => cell.Points ?? 0)), Sum(columns.Select(column => column.Points)));
    }

    // Decimally: a tenth three times is 0.3.
    private static double Sum(IEnumerable<double> points) => (double)points.Sum(each => (decimal)each);
}
