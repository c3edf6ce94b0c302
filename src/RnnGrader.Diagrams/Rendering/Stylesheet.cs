using System.Security.Cryptography;
using System.Text;

namespace RnnGrader.Diagrams.Rendering;

/// <summary>
/// What presentation attributes can't say: how the same drawing looks on a dark page and in print. The same text in every drawing, so that a strict
/// Content-Security-Policy can allow it by its hash; without it a drawing is as on a light page. No custom properties: not every viewer knows them.
/// </summary>
internal static class Stylesheet
{
    public const string Text =
        "@media (prefers-color-scheme:dark){.rnn-diagram{color:#e6edf3}.rnn-diagram .input{fill:#1d3c63}.rnn-diagram .state{fill:#17472d}.rnn-diagram .output{fill:#4d3a12}"
        + ".rnn-diagram .other{fill:#2a323d}.rnn-diagram .halo{stroke:#0d1117}.rnn-diagram .quiet{fill:#b4bfca}.rnn-diagram .line{stroke:#9fb0c0}.rnn-diagram .head{fill:#9fb0c0}}"
        + "@media print{.rnn-diagram{color:#000}.rnn-diagram .input,.rnn-diagram .state,.rnn-diagram .output,.rnn-diagram .other{fill:#fff}.rnn-diagram .halo{stroke:#fff}"
        + ".rnn-diagram .quiet{fill:#000}.rnn-diagram .line{stroke:#333}.rnn-diagram .head{fill:#333}}";

    /// <summary>The source expression for <c>style-src</c>.</summary>
    public static string Source { get; } = $"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Text)))}'";
}
