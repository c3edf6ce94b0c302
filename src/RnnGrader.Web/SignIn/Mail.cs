using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

namespace RnnGrader.Web.SignIn;

/// <summary>Sends mail where `Smtp__Host` and `Smtp__From` are set.</summary>
internal sealed partial class Mail(IConfiguration configuration, ILogger<Mail> logger)
{
    private readonly IConfigurationSection settings = configuration.GetSection("Smtp");

    public bool IsConfigured => settings["Host"] is { Length: > 0 } && settings["From"] is { Length: > 0 };

    /// <returns>Whether the server took it.</returns>
    public async Task<bool> SendAsync(string address, string name, string url, DateTime expiresAt, CancellationToken cancellationToken)
    {
        using var message = new MimeMessage
        {
            Subject = "Your access to RnnGrader",
            Body = new TextPart("plain")
            {
                Text = $"Dear {name},\n\nopen this link to set your password and sign in:\n\n{url}\n\nIt works once, until {expiresAt:yyyy-MM-dd HH:mm} UTC. If you were not expecting it, do nothing.\n",
            },
        };
        message.From.Add(MailboxAddress.Parse(settings["From"]!));
        message.To.Add(new MailboxAddress(name, address));
        try
        {
            using var smtp = new SmtpClient { Timeout = 10_000 };
            await smtp.ConnectAsync(settings["Host"]!, settings.GetValue("Port", 587), settings.GetValue("Security", SecureSocketOptions.Auto), cancellationToken);
            if (settings["User"] is { Length: > 0 } user)
            {
                await smtp.AuthenticateAsync(user, settings["Password"] ?? "", cancellationToken);
            }

            await smtp.SendAsync(message, cancellationToken);
            await smtp.DisconnectAsync(true, cancellationToken);
            return true;
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            // The type alone: servers repeat addresses in what they say.
            LogFailed(logger, error.GetType().Name);
            return false;
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "A mail could not be sent: {Error}")]
    static partial void LogFailed(ILogger logger, string error);
}
