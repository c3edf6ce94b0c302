using RnnGrader.Web.Lti.Registering;

namespace RnnGrader.Web.Pages.Administration;

/// <summary>One learning management system. Public, as the parameters of components have to be; what it holds is not.</summary>
public sealed class PlatformSheetView
{
    internal PlatformSheetView(RegistrationAnswer platform) => Platform = platform;

    internal RegistrationAnswer Platform { get; }
}
