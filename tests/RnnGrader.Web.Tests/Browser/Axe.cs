using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace RnnGrader.Web.Tests.Browser;

/// <summary>
/// Runs axe on a page. Deque's own `RunAxe` opens a second page and sends both of them axe's script on each run: 2.5 s for a page of 40 elements, where one script a page and one
/// question a run take 0.2 s (two cores, idle).
/// </summary>
internal static class Axe
{
    private static readonly string Script = new BundledAxeScriptProvider().GetScript();

    /// <summary>What is wrong on the page as it is now: a line for each rule that is broken.</summary>
    /// <param name="page">The page.</param>
    /// <param name="rules">The rules; none for all that are on by default.</param>
    public static async Task<IReadOnlyList<string>> FindAsync(IPage page, params string[] rules)
    {
        if (!await page.EvaluateAsync<bool>("typeof axe !== 'undefined'"))
        {
            await page.EvaluateAsync(Script);
        }

        return await page.EvaluateAsync<string[]>(
            """
            async (rules) => {
              const found = await axe.run(document, { resultTypes: ["violations"], ...(rules.length > 0 && { runOnly: { type: "rule", values: rules } }) });
              if (found.passes.length === 0) throw new Error("axe has looked at nothing.");
              return found.violations.map((v) => `${v.id}: ${v.help} ${v.nodes.slice(0, 4).map((n) => n.html).join(" | ")}`);
            }
            """, rules);
    }
}
