using RnnGrader.Web.Extensions;

namespace RnnGrader.Web.Pages.Teaching;

/// <summary>A student's extension, or that there is none. Public, as the parameters of components have to be; what it holds is not.</summary>
public sealed class ExtensionView
{
    internal ExtensionView(ExtensionAnswer? extension) => Extension = extension;

    internal ExtensionAnswer? Extension { get; }
}
