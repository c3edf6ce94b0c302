using System.Text.Json;
using RnnGrader.Web.Requests;

namespace RnnGrader.Web.Assignments;

/// <summary>What may still change where students have worked: only what takes nothing from any of them.</summary>
internal static class Fairness
{
    /// <summary>Sentences by member, for each change that would be one under the students.</summary>
    /// <param name="before">The assignment as it is.</param>
    /// <param name="after">As it is asked to be.</param>
    /// <param name="worked">Ids of the items that somebody has numbers of, on paper at least.</param>
    /// <param name="hasBegun">Whether somebody has opened one.</param>
    /// <param name="now">When.</param>
    public static IReadOnlyDictionary<string, string[]> Objections(AssignmentAnswer before, AssignmentAnswer after, IReadOnlySet<string> worked, bool hasBegun, DateTime now)
    {
        var objections = new Dictionary<string, string[]>();
        void Refuse(bool isWorse, string path, string sentence)
        {
            if (isWorse)
            {
                objections[path] = [sentence];
            }
        }

        void RefuseOnceBegun(bool isWorse, string path, string sentence) => Refuse(hasBegun && isWorse, path, sentence);

        RefuseOnceBegun(!after.Published && before.Published, "published", "Students have worked on it: archive it in place of hiding it.");
        RefuseOnceBegun(after.OpensAt > now && !(before.OpensAt >= after.OpensAt), "opensAt", "Students have worked on it: it can't open later.");
        RefuseOnceBegun(IsEarlier(after.DueAt, before.DueAt), "dueAt", "Students have worked on it: it can only be due later.");
        RefuseOnceBegun(IsEarlier(after.ClosesAt, before.ClosesAt), "closesAt", "Students have worked on it: it can only close later.");
        RefuseOnceBegun(after.LatePenaltyPerDay > before.LatePenaltyPerDay, "latePenaltyPerDay", "Students have worked on it: the penalty can only be lower.");
        RefuseOnceBegun(after.Feedback > before.Feedback, "feedback", "Students have worked on it: feedback can only come earlier.");
        RefuseOnceBegun(after.CreditsCarried != before.CreditsCarried, "creditsCarried", "Students have worked on it: only a regrade changes this.");
        foreach (var item in before.Items.Where(item => worked.Contains(item.Id)))
        {
            var (position, next) = after.Items.Index().FirstOrDefault(other => other.Item.Id == item.Id);
            var path = next is null ? "items" : $"items[{position}]";
            Refuse(next is null, path, $"Students have numbers of {item.Exercise}: it can't be taken out.");
            Refuse(next is not null && !JsonElement.DeepEquals(next.Parameters, item.Parameters), $"{path}.parameters", "Students have numbers of it: its parameters stay.");
            Refuse(next is not null && next.Points != item.Points, $"{path}.points", "Students have numbers of it: its points stay.");
            Refuse(next is not null && next.CompleteAt != item.CompleteAt, $"{path}.completeAt", "Students have numbers of it: this stays.");
            Refuse(next is { MaxAttempts: { } most } && !(most >= item.MaxAttempts), $"{path}.maxAttempts", "Students have numbers of it: attempts can only become more.");
            Refuse(next is not null && next.NewNumbers != item.NewNumbers, $"{path}.newNumbers", "Students have numbers of it: this stays.");
        }

        return objections;
    }

    private static bool IsEarlier(DateTime? after, DateTime? before) => after is not null && !(after >= before);
}
