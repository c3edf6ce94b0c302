namespace RnnGrader.Engine;

/// <summary>What is wrong with an input, sentence by sentence, each under the path of the part that has to change (<c>givens.W_hx</c>).</summary>
public sealed class Problems
{
    private readonly SortedDictionary<string, List<string>> sentences = new(StringComparer.Ordinal);

    public bool Any => sentences.Count > 0;

    public IReadOnlyDictionary<string, string[]> ByPath => sentences.ToDictionary(entry => entry.Key, entry => entry.Value.ToArray());

    public void Add(string path, string sentence)
    {
        if (!sentences.TryGetValue(path, out var list))
        {
            sentences[path] = list = [];
        }

        list.Add(sentence);
    }
}
