using RnnGrader.Storage;
using RnnGrader.Web.Pages.Shell;
using RnnGrader.Web.Service;

namespace RnnGrader.Web.Requests;

/// <summary>Turns whatever ends a request badly into a problem with a sentence, or for a browser into a page that says the same.</summary>
internal static partial class Refusals
{
    public static void UseRefusals(this WebApplication app)
    {
        app.UseStatusCodePages(page => page.HttpContext.RefuseAsync(Problem.Of(page.HttpContext.Response.StatusCode, SentenceFor(page.HttpContext))));
        app.Use(async (context, next) =>
        {
            try
            {
                await next(context);
            }
            catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
            {
                // Nobody is left to be told.
            }
            catch (Exception error) when (context.Response.HasStarted)
            {
                LogUnexpected(app.Logger, error, context.Request.Method, context.GetEndpoint()?.DisplayName);
                context.Abort();
            }
            catch (Exception error)
            {
                await AnswerAsync(context, error, app.Logger);
            }
        });
    }

    private static Task AnswerAsync(HttpContext context, Exception error, ILogger logger)
    {
        switch (error)
        {
            case RefusalException refusal:
                return context.RefuseAsync(refusal.Answer);
            case BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge }:
                return TooLargeAsync(context);
            case BadHttpRequestException bad:
                return context.RefuseAsync(Problem.Of(bad.StatusCode, bad.Message));
            case var _ when StoreErrors.IsDuplicate(error):
                return context.RefuseAsync(Problem.Of(StatusCodes.Status409Conflict, "Somebody changed the same thing at the same moment. Nothing was changed by this request: send it again."));
            case var _ when StoreErrors.IsReferenced(error):
                return context.RefuseAsync(Problem.Of(StatusCodes.Status404NotFound, "What this belongs to has been deleted a moment ago."));
            case var _ when StoreErrors.IsUnmigrated(error):
                LogUnavailable(logger, StoreStartup.HowToMigrate);
                return UnavailableAsync(context, StoreStartup.HowToMigrate);
            case var _ when StoreErrors.IsUnavailable(error):
                LogUnavailable(logger, error.GetBaseException().Message);
                return UnavailableAsync(context, "The store can't be reached. Nothing was lost; send the same request again, with the same Idempotency-Key.");
            default:
                LogUnexpected(logger, error, context.Request.Method, context.GetEndpoint()?.DisplayName);
                return context.RefuseAsync(Problem.Of(StatusCodes.Status500InternalServerError, "The service made a mistake. It has been logged."));
        }
    }

    private static async Task TooLargeAsync(HttpContext context)
    {
        try
        {
            await Oversized.DiscardAsync(context);
        }
        catch (Exception gone) when (gone is IOException or OperationCanceledException)
        {
            return;
        }

        await context.RefuseAsync(Problem.Of(StatusCodes.Status413PayloadTooLarge, $"The body is larger than {Limits.BodyBytesOf(context)} bytes. Send less."));
    }

    private static Task UnavailableAsync(HttpContext context, string sentence)
    {
        context.Response.Headers.RetryAfter = "1";
        return context.RefuseAsync(Problem.Of(StatusCodes.Status503ServiceUnavailable, sentence));
    }

    private static string SentenceFor(HttpContext context) => context.Response.StatusCode switch
    {
        StatusCodes.Status404NotFound => $"Nothing is found under this address. The resources are under {Api.Base}; /docs lists them.",
        StatusCodes.Status405MethodNotAllowed => $"This address does not take {context.Request.Method}. It takes {context.Response.Headers.Allow}.",
        StatusCodes.Status415UnsupportedMediaType => "Send the body as application/json, or a roster as text/csv.",
        _ => "The request can't be carried out. /docs says what can be sent.",
    };

    [LoggerMessage(Level = LogLevel.Warning, Message = "A request was answered 503: {Reason}")]
    static partial void LogUnavailable(ILogger logger, string reason);

    [LoggerMessage(Level = LogLevel.Error, Message = "{Method} {Endpoint} failed unexpectedly")]
    static partial void LogUnexpected(ILogger logger, Exception error, string method, string? endpoint);
}
