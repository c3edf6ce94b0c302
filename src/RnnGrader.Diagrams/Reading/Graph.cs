using RnnGrader.Engine.Formulas;
using RnnGrader.Engine.Structures;
using RnnGrader.Engine.Worksheets;

namespace RnnGrader.Diagrams.Reading;

/// <summary>A worksheet as layers of units and the links between them: one for each weight that is there, and one for each cell that another is computed from.</summary>
internal sealed class Graph
{
    private readonly Worksheet sheet;

    public Graph(Worksheet sheet, bool foldsLoops)
    {
        this.sheet = sheet;
        Passes = Pass.Of(sheet);
        Loops = foldsLoops ? [.. Passes.SelectMany(LoopsOf)] : [];
        Layers = [.. sheet.Quantities.Where(IsDrawn).Where(quantity => !Loops.Any(loop => loop.Before == quantity))];
        Connections =
        [
            .. Passes.SelectMany(pass => pass.Reads.Select(read => new Connection(read.Source, pass.Result, read.Weights))).Where(connection => Layers.Contains(connection.From)),
            .. Layers.SelectMany(layer => Read(layer).Select(source => new Connection(source, layer, null))),
        ];
    }

    public IReadOnlyList<Pass> Passes { get; }

    /// <summary>The vectors, and the single numbers that stand between them, in the order of the worksheet.</summary>
    public IReadOnlyList<Quantity> Layers { get; }

    public IReadOnlyList<Connection> Connections { get; }

    /// <summary>Layers that read what they were themselves one step before.</summary>
    public IReadOnlyList<Loop> Loops { get; }

    /// <summary>The same weights are used at more than one time step.</summary>
    public bool IsUnrolled => Tier.Of(Passes).Any(tier => tier.Passes.Count > 1);

    public static bool IsPresent(Quantity quantity, int row, int column = 0) => quantity.Mask is not { } mask || !mask[row, column].IsZero;

    /// <summary>The layers that this one is computed from.</summary>
    public IEnumerable<Quantity> SourcesOf(Quantity layer) => Connections.Where(connection => connection.To == layer).Select(connection => connection.From);

    private static bool IsDrawn(Quantity quantity) =>
        !quantity.IsHidden && (Network.IsLayer(quantity) || quantity is { Shape.IsScalar: true, Role: not (Role.Units or Role.Size or Role.Other) });

    // The state before that is neither given nor computed is the layer itself.
    private static IEnumerable<Loop> LoopsOf(Pass pass) =>
        from read in pass.Reads
        where read.Weights.Role == Role.RecurrentWeight && read.Source is { IsSymbolic: true, Definition: null } && read.Source.Shape == pass.Result.Shape
        select new Loop(read.Source, pass.Result, read.Weights);

    private IEnumerable<Quantity> Read(Quantity layer) => layer.Definition is null ? [] : Read(layer.Definition).Select(name => sheet.Quantities[name.Slot]).Where(IsDrawn);

    private static IEnumerable<Name> Read(Formula formula) => formula switch
    {
        Product { Left: Name, Right: Name } => [],
        Name name => [name],
        _ => formula.Operands.SelectMany(Read),
    };
}
