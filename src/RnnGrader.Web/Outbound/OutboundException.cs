namespace RnnGrader.Web.Outbound;

/// <summary>An address that can't be asked, or gave no answer. The message is fit to be shown.</summary>
internal sealed class OutboundException(string message, bool mayPass = true) : Exception(message)
{
    /// <summary>Whether it may go better later.</summary>
    public bool MayPass { get; } = mayPass;
}
