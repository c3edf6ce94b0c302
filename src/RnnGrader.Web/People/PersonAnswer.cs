using RnnGrader.Storage;
using RnnGrader.Web.Requests;

namespace RnnGrader.Web.People;

/// <summary>Somebody.</summary>
/// <param name="Id">Id.</param>
/// <param name="Name">As it is shown.</param>
/// <param name="Email">The e-mail address; absent where there is none.</param>
/// <param name="Administrator">Whether they may do everything everywhere.</param>
/// <param name="CreatedAt">When they were made.</param>
/// <param name="ErasedAt">When their name and address were erased; absent where they were not.</param>
internal sealed record PersonAnswer(string Id, string Name, string? Email, bool Administrator, DateTime CreatedAt, DateTime? ErasedAt)
{
    public static PersonAnswer Of(Person person) =>
        new(Ids.Write(person.Id), person.Name, person.Email, person.IsAdministrator, person.CreatedAt, person.ErasedAt);
}
