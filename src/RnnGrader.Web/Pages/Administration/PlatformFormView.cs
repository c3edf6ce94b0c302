using RnnGrader.Web.Lti.Registering;

namespace RnnGrader.Web.Pages.Administration;

/// <summary>What was typed to register a platform. Public, as the parameters of components have to be; what it holds is not.</summary>
public sealed class PlatformFormView
{
    internal PlatformFormView(RegistrationRequest? typed) => Typed = typed;

    internal RegistrationRequest? Typed { get; }
}
