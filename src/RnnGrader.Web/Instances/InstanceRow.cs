using System.Text.Json;
using RnnGrader.Engine.Worksheets;
using RnnGrader.Exercises;
using RnnGrader.Storage;
using RnnGrader.Web.Printing;
using RnnGrader.Web.Work;

namespace RnnGrader.Web.Instances;

internal static class InstanceRow
{
    /// <summary>What is stored of a draw: all of it.</summary>
    public static Instance Of(Guid id, Exercise exercise, long? seed, Settings settings, Worksheet sheet, DateTime now, Assigned? assigned = null) => new()
    {
        Id = id,
        Exercise = exercise.Slug,
        Version = exercise.Version,
        Seed = seed,
        Title = exercise.Title,
        Level = JsonNamingPolicy.CamelCase.ConvertName(exercise.Level.ToString()),
        Parameters = settings.ToJson(),
        Worksheet = WorksheetJson.Write(sheet),
        CreatedAt = now,
        Code = SheetCode.New(),
        CourseId = assigned?.Terms.Item.CourseId,
        AssignmentId = assigned?.Terms.Item.AssignmentId,
        ItemId = assigned?.Terms.Item.Id,
        PersonId = assigned?.PersonId,
        Round = assigned?.Round,
        Fingerprint = assigned?.Fingerprint,
        Twin = assigned?.Twin,
    };
}
