namespace RnnGrader.Web.Tests.Browser;

/// <summary>An element that has the focus.</summary>
internal sealed record Stop(string Tag, string Name, string Value, string Text, string Id, bool IsOpen, bool IsChecked, bool IsSeen)
{
    public bool IsHandIn => this is { Tag: "button", Name: "do", Value: "submit" };
}
