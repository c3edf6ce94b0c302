using System.Text.RegularExpressions;

namespace RnnGrader.Tests.Artefacts;

/// <summary>
/// The pages' texts in a language that nobody speaks: each in brackets and with accents, so that a text that is written into a page in place of the
/// resource file stands out, and so that a second language is known to be one file.
/// </summary>
public sealed partial class PseudoLanguageTests
{
    private const string Plain = "aeiouyncAEIOUYNC";
    private const string Accented = "àéïöûýñçÀÉÏÖÛÝÑÇ";
    private const string Folder = "src/RnnGrader.Web/Pages";

    [Fact]
    public void The_pseudo_language_has_every_text_of_the_pages() =>
        Repository.Holds($"{Folder}/Texts.qps-ploc.resx", Value().Replace(Repository.Read($"{Folder}/Texts.resx"), text => $"<data{text.Groups[1].Value}<value>⟦{Accent(text.Groups[2].Value)}⟧</value></data>"));

    // What stands in braces is filled in, and what begins with & is a sign of XML.
    private static string Accent(string text) => Kept().Replace(text, part => part.Value is ['{' or '&', ..] ? part.Value : Accented[Plain.IndexOf(part.Value[0], StringComparison.Ordinal)].ToString());

    [GeneratedRegex("<data([^>]*>)<value>(.*?)</value></data>", RegexOptions.Singleline)]
    private static partial Regex Value();

    [GeneratedRegex("\\{[^}]*\\}|&[a-z]+;|[aeiouyncAEIOUYNC]")]
    private static partial Regex Kept();
}
