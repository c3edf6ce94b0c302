using RnnGrader.Engine.Numbers;
using RnnGrader.Exercises.Drawing;

namespace RnnGrader.Exercises.Structures;

/// <summary>Which units and cells of an RNN's matrix form are there.</summary>
internal sealed class RnnMask
{
    private readonly RnnNetwork size;
    private readonly bool[] cells;
    private readonly HashSet<int> absentInputs = [];
    private readonly HashSet<int> absentUnits = [];

    private RnnMask(RnnNetwork size, bool[] cells)
    {
        this.size = size;
        this.cells = cells;
    }

    public Tensor W_hx => Matrix(0, size.Units, size.Inputs);

    public Tensor W_hh => Matrix(size.Units * size.Inputs, size.Units, size.Units);

    public Tensor W_yh => Matrix(size.Units * (size.Inputs + size.Units), size.Outputs, size.Units);

    public Tensor X => Vector(size.Inputs, absentInputs);

    public Tensor H => Vector(size.Units, absentUnits);

    public Tensor Y => Vector(size.Outputs, []);

    private int Absent => cells.Count(present => !present);

    public static RnnMask Full(RnnNetwork size) => new(size, [.. Enumerable.Repeat(true, size.Cells)]);

    /// <summary>
    /// The mask with so many cells fewer, drawn so that every unit that is there keeps a link: an input one out of it, an output one into it,
    /// a hidden unit one of either.
    /// </summary>
    public RnnMask Without(int count, Draw draw)
    {
        var fewer = Copy();
        var order = Enumerable.Range(0, cells.Length).ToArray();
        draw.Shuffle(order);
        foreach (var cell in order.Where(cell => cells[cell]))
        {
            if (count == 0)
            {
                break;
            }

            fewer.cells[cell] = false;
            if (fewer.EveryUnitIsLinked())
            {
                count--;
            }
            else
            {
                fewer.cells[cell] = true;
            }
        }

        return fewer;
    }

    /// <summary>The mask with so many links fewer, whichever they are.</summary>
    public RnnMask WithoutLinks(int count, Draw draw)
    {
        var fewer = Copy();
        var present = Enumerable.Range(0, cells.Length).Where(cell => cells[cell]).ToArray();
        draw.Shuffle(present);
        foreach (var cell in present.Take(count))
        {
            fewer.cells[cell] = false;
        }

        return fewer;
    }

    /// <summary>The mask without one hidden unit or input, where that takes away at most so many cells and leaves two of its kind.</summary>
    public RnnMask WithoutAUnit(int most, Draw draw)
    {
        var hidden = size.Inputs + (2 * size.Units) - 1 + size.Outputs;
        return size.Units > 2 && hidden <= most && draw.Chance(70) ? WithoutHidden(draw.Between(0, size.Units - 1))
            : size.Inputs > 2 && size.Units <= most ? WithoutInput(draw.Between(0, size.Inputs - 1))
            : this;
    }

    public int AbsentBeyond(RnnMask other) => Absent - other.Absent;

    private RnnMask Copy()
    {
        var copy = new RnnMask(size, [.. cells]);
        copy.absentInputs.UnionWith(absentInputs);
        copy.absentUnits.UnionWith(absentUnits);
        return copy;
    }

    private RnnMask WithoutHidden(int unit)
    {
        var fewer = Copy();
        fewer.absentUnits.Add(unit);
        foreach (var cell in InputsOf(unit).Concat(StatesOf(unit)).Concat(StatesFrom(unit)).Concat(OutputsFrom(unit)))
        {
            fewer.cells[cell] = false;
        }

        return fewer;
    }

    private RnnMask WithoutInput(int input)
    {
        var fewer = Copy();
        fewer.absentInputs.Add(input);
        foreach (var cell in FromInput(input))
        {
            fewer.cells[cell] = false;
        }

        return fewer;
    }

    private bool EveryUnitIsLinked() =>
        Enumerable.Range(0, size.Inputs).Where(input => !absentInputs.Contains(input)).All(input => Some(FromInput(input)))
        && Enumerable.Range(0, size.Units).Where(unit => !absentUnits.Contains(unit)).All(unit => Some(InputsOf(unit)) && Some(StatesFrom(unit).Concat(OutputsFrom(unit))))
        && Enumerable.Range(0, size.Outputs).All(output => Some(Enumerable.Range(0, size.Units).Select(unit => OutputCell(output, unit))));

    private bool Some(IEnumerable<int> places) => places.Any(place => cells[place]);

    private IEnumerable<int> FromInput(int input) => Enumerable.Range(0, size.Units).Select(unit => (unit * size.Inputs) + input);

    private IEnumerable<int> InputsOf(int unit) => Enumerable.Range(unit * size.Inputs, size.Inputs);

    private IEnumerable<int> StatesOf(int unit) => Enumerable.Range((size.Units * size.Inputs) + (unit * size.Units), size.Units);

    private IEnumerable<int> StatesFrom(int unit) => Enumerable.Range(0, size.Units).Select(to => (size.Units * size.Inputs) + (to * size.Units) + unit);

    private IEnumerable<int> OutputsFrom(int unit) => Enumerable.Range(0, size.Outputs).Select(output => OutputCell(output, unit));

    private int OutputCell(int output, int unit) => (size.Units * (size.Inputs + size.Units)) + (output * size.Units) + unit;

    private Tensor Matrix(int start, int rows, int columns) =>
        Tensor.Of(Shape.Matrix(rows, columns), [.. cells.Skip(start).Take(rows * columns).Select(present => present ? Number.One : Number.Zero)]);

    private static Tensor Vector(int rows, HashSet<int> absent) =>
        Tensor.Vector([.. Enumerable.Range(0, rows).Select(row => absent.Contains(row) ? Number.Zero : Number.One)]);
}
