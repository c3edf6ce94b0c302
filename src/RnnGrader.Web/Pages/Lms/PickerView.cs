using RnnGrader.Storage;
using RnnGrader.Web.Lti.DeepLinking;

namespace RnnGrader.Web.Pages.Lms;

/// <summary>What there is to link, and what was chosen so far.</summary>
public sealed class PickerView
{
    /// <summary>The ticket's text.</summary>
    internal string Ticket { get; init; } = "";

    /// <summary>What is asked.</summary>
    internal DeepLinkTicket Question { get; init; } = null!;

    /// <summary>The course's assignments.</summary>
    internal IReadOnlyList<Assignment> Assignments { get; init; } = [];

    internal PickerForm Typed { get; init; } = PickerForm.Empty;

    /// <summary>What was wrong with the last answer.</summary>
    internal IReadOnlyList<string> Objections { get; init; } = [];
}
