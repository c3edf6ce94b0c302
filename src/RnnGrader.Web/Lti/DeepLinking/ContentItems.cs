using System.Globalization;
using RnnGrader.Storage;
using RnnGrader.Web.Lti.Scores;
using RnnGrader.Web.Requests;

namespace RnnGrader.Web.Lti.DeepLinking;

/// <summary>Assignments as a platform's links (LTI deep linking 2.0, ltiResourceLink).</summary>
internal static class ContentItems
{
    public static Dictionary<string, object> Of(Assignment assignment, DeepLinkTicket ticket, string origin)
    {
        var item = new Dictionary<string, object>
        {
            ["type"] = "ltiResourceLink",
            ["title"] = assignment.Title,
            ["url"] = origin + LtiEndpoints.LaunchPath,
            ["custom"] = new Dictionary<string, string> { ["assignment"] = Ids.Write(assignment.Id) },
        };
        if (ticket.AcceptsLineItems)
        {
            item["lineItem"] = new Dictionary<string, object>
            {
                ["scoreMaximum"] = ScorePayload.Maximum(assignment.Items),
                ["label"] = assignment.Title,
                ["resourceId"] = Ids.Write(assignment.Id),
                ["tag"] = ScorePayload.Tag,
            };
        }

        Add(item, "available", ("startDateTime", assignment.OpensAt), ("endDateTime", assignment.ClosesAt));
        Add(item, "submission", ("endDateTime", assignment.DueAt));
        return item;
    }

    private static void Add(Dictionary<string, object> item, string name, params (string Name, DateTime? Time)[] times)
    {
        if (times.Any(time => time.Time is not null))
        {
            item[name] = times.Where(time => time.Time is not null).ToDictionary(time => time.Name, time => time.Time!.Value.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
        }
    }
}
