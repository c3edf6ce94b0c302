using RnnGrader.Web.Demo;

namespace RnnGrader.Web.Pages.Demo;

/// <summary>How far the demo course is, and who can be signed in as.</summary>
public sealed class DemoView
{
    internal DemoView(DemoMaking making) => Making = making;

    internal DemoMaking Making { get; }
}
