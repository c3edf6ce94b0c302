namespace RnnGrader.Web.People;

/// <summary>What a token can do: what its person can.</summary>
internal enum TokenRole
{
    /// <summary>What the person may in their courses.</summary>
    Person,

    /// <summary>Everything everywhere.</summary>
    Administrator,
}
