namespace RnnGrader.Web.Lti;

/// <summary>Why a launch goes no further: the check that it did not pass, and what to do, for whoever reads it.</summary>
internal sealed class LtiRefusal(string code, string sentence) : Exception(sentence)
{
    /// <summary>Stable name of the check, such as `nonce_used`.</summary>
    public string Code { get; } = code;

    /// <summary>Whether opening the launch in a window of its own may help.</summary>
    public bool MayWorkInWindow { get; init; }
}
