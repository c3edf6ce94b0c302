using RnnGrader.Web.Work;

namespace RnnGrader.Web.Pages.Studying;

/// <summary>Why nothing is taken. Public, as the parameters of components have to be; what it holds is not.</summary>
public sealed class ClosureView
{
    internal ClosureView(Closure closure, Times times) => (Closure, Times) = (closure, times);

    internal Closure Closure { get; }

    internal Times Times { get; }
}
