using System.Net.Http.Headers;
using System.Text;
using RnnGrader.Storage;
using RnnGrader.Web.Lti.Keys;
using RnnGrader.Web.Outbound;

namespace RnnGrader.Web.Lti.Scores;

/// <summary>Asks a platform's services with a token; a token that it refuses is dropped and another had, once.</summary>
internal sealed class ServiceCalls(OutboundHttp http, ServiceTokens tokens, ToolKeys keys)
{
    private const int Unauthorized = 401;

    /// <summary>What assertions are signed with.</summary>
    public ToolKeys Keys => keys;

    public async Task<OutboundAnswer> SendAsync(
        LtiRegistration registration, string deployment, string scopes, HttpMethod method, string url, string? accept, (string Type, string Body)? content, CancellationToken cancellationToken)
    {
        for (var isSecond = false; ; isSecond = true)
        {
            var token = await tokens.GetAsync(keys, registration, deployment, scopes, cancellationToken);
            using var request = new HttpRequestMessage(method, url);
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
            if (accept is not null)
            {
                request.Headers.TryAddWithoutValidation("Accept", accept);
            }

            if (content is { } sent)
            {
                request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(sent.Body));
                request.Content.Headers.ContentType = new MediaTypeHeaderValue(sent.Type);
            }

            var answer = await http.SendAsync(request, cancellationToken);
            if (answer.Status != Unauthorized)
            {
                return answer;
            }

            tokens.Drop(token);
            if (isSecond)
            {
                return answer;
            }
        }
    }

    /// <summary>Puts a step into the path of an address and leaves its query where it is: Moodle's line items end in `?type_id=1`.</summary>
    public static string Below(string url, string step, string? query = null)
    {
        var uri = new UriBuilder(url);
        uri.Path = uri.Path.TrimEnd('/') + (step.Length > 0 ? "/" + step : "");
        uri.Query = string.Join('&', new[] { uri.Query.TrimStart('?'), query }.Where(part => !string.IsNullOrEmpty(part)));
        return uri.Uri.AbsoluteUri;
    }
}
