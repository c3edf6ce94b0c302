using RnnGrader.Exercises;
using RnnGrader.Storage;
using RnnGrader.Web.Requests;

namespace RnnGrader.Web.Gradebook;

/// <summary>An item of the assignment.</summary>
/// <param name="Item">Id of the item.</param>
/// <param name="Exercise">Slug of the exercise.</param>
/// <param name="Title">Title of the exercise.</param>
/// <param name="Points">What a score of 1 is worth.</param>
internal sealed record GradebookColumn(string Item, string Exercise, string Title, double Points)
{
    public static GradebookColumn Of(AssignmentItem item) => new(Ids.Write(item.Id), item.Exercise, Catalogue.Find(item.Exercise)?.Title ?? item.Exercise, item.Points);
}
