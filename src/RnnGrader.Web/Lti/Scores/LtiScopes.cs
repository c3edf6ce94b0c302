namespace RnnGrader.Web.Lti.Scores;

/// <summary>What this tool asks platforms to let it do.</summary>
internal static class LtiScopes
{
    public const string LineItems = "https://purl.imsglobal.org/spec/lti-ags/scope/lineitem";
    public const string Results = "https://purl.imsglobal.org/spec/lti-ags/scope/result.readonly";
    public const string Scores = "https://purl.imsglobal.org/spec/lti-ags/scope/score";
    public const string Roster = "https://purl.imsglobal.org/spec/lti-nrps/scope/contextmembership.readonly";
    public const string Groups = "https://purl.imsglobal.org/spec/lti-gs/scope/contextgroup.readonly";

    public static readonly string[] All = [LineItems, Results, Scores, Roster, Groups];
}
