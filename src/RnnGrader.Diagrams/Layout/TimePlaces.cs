using RnnGrader.Diagrams.Marks;
using RnnGrader.Diagrams.Reading;
using RnnGrader.Engine.Worksheets;

namespace RnnGrader.Diagrams.Layout;

/// <summary>
/// Several steps: time runs from left to right, states in the middle, inputs half a step before them and below, outputs half a step after them and
/// above, where the next step can read them. So every link leads to the right.
/// </summary>
internal sealed class TimePlaces
{
    private const double Narrowest = 66;
    private const double Room = 350;

    // The units of a layer lean to the right, so that what comes from below on the left and what goes up on the right misses its other units.
    private const double Lean = 12;

    private const double NameRoom = 24;

    private readonly Graph graph;
    private readonly Dictionary<int, double> middles = [];

    private TimePlaces(Graph graph) => this.graph = graph;

    public static Placement Of(Graph graph) => new TimePlaces(graph).Place();

    private Placement Place()
    {
        foreach (var layer in graph.Layers.Where(layer => layer.Definition is not null))
        {
            var state = graph.SourcesOf(layer).Where(source => source.Role == Role.State).MaxBy(source => middles.GetValueOrDefault(source.Name.Slot));
            var before = state is null ? 0 : middles.GetValueOrDefault(state.Name.Slot);
            middles[layer.Name.Slot] = before + (BandOf(layer) == Band.Outputs && state is not null ? Step(state) / 2 : Step(layer));
        }

        foreach (var layer in graph.Layers.Where(layer => layer.Definition is null))
        {
            var reader = graph.Connections.Where(link => link.From == layer).Select(link => link.To).MinBy(reader => middles[reader.Name.Slot]);
            middles[layer.Name.Slot] = reader is null ? 0 : middles[reader.Name.Slot] - (BandOf(layer) == Band.States ? Step(reader) : Step(reader) / 2);
        }

        var wide = Math.Clamp(Room / (middles.Values.Max() - middles.Values.Min()), 1, 1.7);
        var placement = new Placement(graph.Layers.Any(layer => layer.Given is not null) ? 11 : 9);
        var y = 0.0;
        foreach (var band in graph.Layers.GroupBy(BandOf).OrderBy(band => band.Key))
        {
            // Layers of one band at one step stand below each other.
            var stacks = band.GroupBy(layer => middles[layer.Name.Slot]).ToArray();
            var height = stacks.Max(Height);
            foreach (var stack in stacks)
            {
                var top = y + ((height - Height(stack)) / 2);
                foreach (var layer in stack)
                {
                    Put(placement, layer, band.Key, stack.Key * wide, top + placement.Radius);
                    top += placement.Height(layer) + NameRoom;
                }
            }

            y += height + 22;
        }

        return placement;

        double Height(IEnumerable<Quantity> stack) => stack.Sum(layer => placement.Height(layer) + NameRoom);
    }

    private void Put(Placement placement, Quantity layer, Band band, double middle, double y)
    {
        var lean = IsFed(layer) || graph.SourcesOf(layer).Any(IsFed) || graph.Connections.Any(link => link.From == layer && band == Band.Outputs) ? 0 : Lean;
        var half = (layer.Shape.Rows - 1) * lean / 2;
        if (band == Band.Outputs)
        {
            placement.Put(layer, middle - half, y, lean, middle - half, y - placement.Radius - 11);
        }
        else
        {
            placement.Put(layer, middle - half, y, lean, middle + half + (lean > 0 ? 5 : 0), y - placement.Radius + placement.Height(layer) + 11);
        }
    }

    // Links from above and from the left need more room to be told apart.
    private double Step(Quantity layer) => Math.Max(Narrowest, IsFed(layer) ? 60 + (12 * layer.Shape.Rows) : 30 + (14 * layer.Shape.Rows));

    // It reads outputs of the step before.
    private bool IsFed(Quantity layer) => graph.SourcesOf(layer).Any(source => BandOf(source) == Band.Outputs);

    private Band BandOf(Quantity layer) => layer.Role switch
    {
        Role.Output => Band.Outputs,
        Role.Input => ReadWithOutputs(layer) ? Band.Outputs : Band.Inputs,
        _ => Band.States,
    };

    // A start token is read by the weights that read the outputs after it.
    private bool ReadWithOutputs(Quantity layer) => graph.Passes.SelectMany(pass => pass.Reads).GroupBy(read => read.Weights)
        .Any(reads => reads.Any(read => read.Source == layer) && reads.Any(read => read.Source.Role == Role.Output));
}
