namespace RnnGrader.Web.Pages.Teaching;

/// <summary>A row of the editor. Public, as the parameters of components have to be; what it holds is not.</summary>
public sealed class EditorItemView
{
    internal EditorItemView(EditorRow row) => Row = row;

    internal EditorRow Row { get; }
}
