using RnnGrader.Engine.Numbers;

namespace RnnGrader.Exercises.Drawing;

/// <summary>Draws the numbers of a worksheet, small enough for a pencil and as large, negative and many as the difficulty says.</summary>
public sealed class Draw
{
    // A cell has at most six non-zero terms: a bias and five products, or three from below and two from the state before.
    private const int MostInRow = 5;
    private const int MostFromBelow = 3;
    private const int MostFromBefore = 2;

    private readonly Xoshiro256 random;
    private readonly ulong seed;
    private readonly int largestInput;
    private int largestWeight;
    private int density;
    private int negative;

    internal Draw(ulong seed, Settings settings)
    {
        this.seed = seed;
        random = new(seed);
        Settings = settings;
        (var weight, largestInput, var share, negative) = settings.Difficulty switch
        {
            "easy" => (1, 2, 50, 20),
            "hard" => (3, 5, 80, 35),
            _ => (2, 3, 65, 30),
        };
        largestWeight = settings.Number(Parameter.LargestWeight) ?? weight;
        density = settings.Number(Parameter.Density) ?? share;
    }

    public Settings Settings { get; }

    /// <summary>Asks for less, where what was asked for breaks the rules time and again: fewer, smaller and less negative weights.</summary>
    internal void Relax()
    {
        density = density * 3 / 4;
        negative = negative * 3 / 4;
        largestWeight = Math.Max(1, largestWeight - 1);
    }

    /// <summary>A whole number from <paramref name="least"/> to <paramref name="most"/>, both included.</summary>
    public int Between(int least, int most) => least + random.Below(most - least + 1);

    public T Pick<T>(IReadOnlyList<T> choices) => choices[random.Below(choices.Count)];

    /// <summary>One of the choices, the same for all candidates of a seed: what the choice among them shall not decide.</summary>
    public T PickOnce<T>(IReadOnlyList<T> choices) => choices[new Xoshiro256(~seed).Below(choices.Count)];

    /// <summary>True so many times in a hundred.</summary>
    public bool Chance(int percent) => random.Below(100) < percent;

    public void Shuffle<T>(T[] items)
    {
        for (var i = items.Length - 1; i > 0; i--)
        {
            var j = random.Below(i + 1);
            (items[i], items[j]) = (items[j], items[i]);
        }
    }

    /// <summary>The number that was set for the parameter, else one within its bounds that is not among those taken, as long as there is one.</summary>
    public int Size(Parameter parameter, int most, params ReadOnlySpan<int> taken)
    {
        var (least, size) = (parameter.Minimum!.Value, 0);
        if (Settings.Number(parameter) is { } set)
        {
            return set;
        }

        var tries = 0;
        do
        {
            size = Between(least, most);
        }
        while (taken.Contains(size) && ++tries < 20);
        return size;
    }

    /// <summary>A vector of inputs, one of them 0 now and then, never all.</summary>
    public Tensor Inputs(int rows) => Vector(rows, largestInput, zeros: 15);

    /// <summary>A state that was reached before: not negative, a 0 now and then, never all.</summary>
    public Tensor State(int rows) => Vector(rows, largestInput + 1, zeros: 20);

    /// <summary>A bias; mostly not zero, since nobody can see a forgotten 0.</summary>
    public Tensor Bias(int rows)
    {
        var cells = new Number[rows];
        for (var i = 0; i < rows; i++)
        {
            cells[i] = Chance(5) ? 0 : Signed(Math.Min(largestWeight, 2), 50);
        }

        return Tensor.Of(Shape.Vector(rows), cells);
    }

    /// <summary>The weights of the only product in a sum, leading to so many rows from so many columns.</summary>
    public Tensor Weights(int rows, int columns) => Weights(rows, columns, MostInRow);

    /// <summary>The weights of what comes from the layer below, where the state before comes too.</summary>
    public Tensor FromBelow(int rows, int columns) => Weights(rows, columns, MostFromBelow);

    /// <summary>The weights of what comes from the state before.</summary>
    public Tensor FromBefore(int units) => Weights(units, units, MostFromBefore);

    /// <summary>A vector that is 1 at one place and 0 elsewhere.</summary>
    public Tensor OneHot(int rows)
    {
        var cells = new Number[rows];
        cells[random.Below(rows)] = 1;
        return Tensor.Of(Shape.Vector(rows), cells);
    }

    // As many cells not zero as the density says, in every row at least one and at most so many.
    private Tensor Weights(int rows, int columns, int mostInRow)
    {
        var most = Math.Min(columns, mostInRow);
        var wanted = Math.Max(rows, Math.Min(rows * most, ((rows * columns * density) + 50) / 100));
        var cells = new Number[rows * columns];
        var inRow = new int[rows];
        var places = new int[cells.Length];
        for (var i = 0; i < places.Length; i++)
        {
            places[i] = i;
        }

        Shuffle(places);
        for (var row = 0; row < rows; row++, wanted--)
        {
            cells[(row * columns) + random.Below(columns)] = Signed(largestWeight, negative);
            inRow[row] = 1;
        }

        foreach (var place in places)
        {
            if (wanted > 0 && cells[place].IsZero && inRow[place / columns] < most)
            {
                cells[place] = Signed(largestWeight, negative);
                inRow[place / columns]++;
                wanted--;
            }
        }

        return Tensor.Of(Shape.Matrix(rows, columns), cells);
    }

    private Tensor Vector(int rows, int largest, int zeros)
    {
        var cells = new Number[rows];
        for (var i = 0; i < rows; i++)
        {
            cells[i] = Chance(zeros) ? 0 : Between(1, largest);
        }

        var some = random.Below(rows);
        cells[some] = cells[some].IsZero ? 1 : cells[some];
        return Tensor.Of(Shape.Vector(rows), cells);
    }

    // 1 is as likely as all larger ones together: products by 1 are what keeps the work in the head.
    private Number Signed(int largest, int negativePercent)
    {
        var size = largest == 1 || Chance(50) ? 1 : Between(2, largest);
        return Chance(negativePercent) ? -size : size;
    }
}
