namespace RnnGrader.Storage;

/// <summary>A link in a platform's course that opens this tool, and where the scores of its assignment go.</summary>
public sealed class LtiLink
{
    /// <summary>A UUIDv7 made in code.</summary>
    public required Guid Id { get; init; }

    /// <summary>The registration. Unique together with the next two.</summary>
    public required Guid RegistrationId { get; init; }

    /// <summary>The deployment.</summary>
    public required string DeploymentId { get; init; }

    /// <summary>The platform's id of the link, which is another one after its course was copied.</summary>
    public required string ResourceLinkId { get; init; }

    /// <summary>The course that it was launched from.</summary>
    public required Guid CourseId { get; set; }

    /// <summary>What it opens; null until that is chosen.</summary>
    public required Guid? AssignmentId { get; set; }

    /// <summary>Whether somebody of the course chose the assignment here; it then stands against what the platform says.</summary>
    public bool IsChosen { get; set; }

    /// <summary>The one line item that is coupled with the link; null where there is none or several.</summary>
    public string? LineItemUrl { get; set; }

    /// <summary>Where line items are listed and made; null where the platform keeps no grades.</summary>
    public string? LineItemsUrl { get; set; }

    /// <summary>Until when somebody is looking for the line item, or making it: two at once would make two columns.</summary>
    public DateTime? LockedUntil { get; set; }

    /// <summary>What the platform lets this tool do with grades: scopes, apart by spaces.</summary>
    public string Scopes { get; set; } = "";
}
