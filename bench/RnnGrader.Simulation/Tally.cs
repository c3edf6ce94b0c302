namespace RnnGrader.Simulation;

/// <summary>Outcomes by kind of student, exercise and slip.</summary>
internal sealed class Tally
{
    private readonly Dictionary<(string Kind, string Exercise, string Slip), Outcome> outcomes = [];

    public Outcome this[string kind, string exercise, string slip] =>
        outcomes.TryGetValue((kind, exercise, slip), out var outcome) ? outcome : outcomes[(kind, exercise, slip)] = new();

    public IEnumerable<string> Exercises(string kind) => outcomes.Keys.Where(key => key.Kind == kind).Select(key => key.Exercise).Distinct();

    public IEnumerable<string> Slips(string kind) => outcomes.Keys.Where(key => key.Kind == kind).Select(key => key.Slip).Distinct();

    /// <summary>What was said to each kind of student about each slip, once per exercise.</summary>
    public IEnumerable<string> Said => outcomes.SelectMany(entry => entry.Value.Said.Select(said => $"{entry.Key.Kind}; {entry.Key.Exercise}; {entry.Key.Slip}: {said}"));

    public Outcome Sum(Func<(string Kind, string Exercise, string Slip), bool> which)
    {
        var sum = new Outcome();
        foreach (var (_, outcome) in outcomes.Where(entry => which(entry.Key)))
        {
            sum.Add(outcome);
        }

        return sum;
    }
}
