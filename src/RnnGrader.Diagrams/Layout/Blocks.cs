using RnnGrader.Diagrams.Marks;
using RnnGrader.Diagrams.Reading;
using RnnGrader.Engine.Numbers;
using RnnGrader.Engine.Worksheets;

namespace RnnGrader.Diagrams.Layout;

/// <summary>Draws matrices and vectors as blocks of cells with their names above. What a student is to fill in stays empty.</summary>
/// <param name="naming">Which marks are components.</param>
/// <param name="sizes">What may be seen of sizes: where they are asked for, every matrix is the same square.</param>
internal sealed class Blocks(Naming naming, Sizes sizes)
{
    public const double Cell = 28;

    /// <summary>The size of a name's letters.</summary>
    public const double NameSize = 14;

    /// <summary>The room that the name above a vector takes.</summary>
    public const double NameRoom = 22;

    private const double Schematic = 68;
    private const double IndexRoom = 15;
    private const double IndexWidth = 20;

    private readonly List<Mark> marks = [];

    public IReadOnlyList<Mark> Marks => marks;

    /// <summary>The room that the name above a matrix takes, and its column numbers where columns can be pointed at.</summary>
    public double MatrixNameRoom => naming.IsStructural ? NameRoom + IndexRoom : NameRoom;

    /// <summary>The room left of a matrix for the numbers of rows that can be pointed at.</summary>
    public double RowIndexRoom => naming.IsStructural ? IndexWidth : 0;

    public double Width(Quantity quantity) => sizes.AreAsked && quantity.Shape.Columns != 1 || sizes.AreAsked && IsMatrix(quantity) ? Schematic : quantity.Shape.Columns * Cell;

    public double Height(Quantity quantity) => sizes.AreAsked ? Schematic : quantity.Shape.Rows * Cell;

    public void Matrix(Quantity matrix, Tint tint, double x, double y)
    {
        if (sizes.AreAsked)
        {
            Whole(matrix, tint, new(x, y, x + Schematic, y + Schematic));
            return;
        }

        Name(matrix, "the whole matrix", x + (Width(matrix) / 2), y - MatrixNameRoom + 9);
        for (var row = 0; row < matrix.Shape.Rows; row++)
        {
            for (var column = 0; column < matrix.Shape.Columns; column++)
            {
                Add(matrix, tint, Naming.Cell(matrix, row, column), row, column, x, y);
            }
        }

        if (naming.IsStructural)
        {
            Indices(matrix, x, y);
        }
    }

    /// <summary>A vector of parameters beside the matrices.</summary>
    public void Bias(Quantity bias, double x, double y)
    {
        if (sizes.AreAsked)
        {
            Whole(bias, Tint.Other, new(x, y, x + Cell, y + Schematic));
            return;
        }

        Name(bias, "the whole bias", x + (Cell / 2), y - MatrixNameRoom + 9);
        for (var row = 0; row < bias.Shape.Rows; row++)
        {
            Add(bias, Tint.Other, Naming.Cell(bias, row), row, 0, x, y);
        }
    }

    /// <summary>A vector of the network; as a copy where it already stands elsewhere.</summary>
    public void Vector(Quantity vector, double x, double y, bool isCopy = false)
    {
        marks.Add(new LabelMark(vector.Name.Text, x + (Cell / 2), y - 12, NameSize, Align.Middle));
        if (sizes.AreAsked)
        {
            marks.Add(new CellMark(new(x, y, x + Cell, y + Schematic), isCopy ? CellStyle.Copy : CellStyle.Given, Tints.Of(vector.Role)));
            if (sizes.Given(vector) is { } size)
            {
                var middle = y + (Schematic / 2);
                var lines = size.Length > 12 ? size.Replace(" =", "\n=", StringComparison.Ordinal).Split('\n') : [size];
                marks.AddRange(lines.Select((line, i) => new LabelMark(line, x + Cell + 8, middle + ((i - ((lines.Length - 1) / 2.0)) * 16), 12, Align.Start)));
            }

            return;
        }

        for (var row = 0; row < vector.Shape.Rows; row++)
        {
            var mark = new CellMark(BoxOf(x, y, row, 0), StyleOf(vector, row, 0, isCopy), Tints.Of(vector.Role), TextOf(vector, row));
            marks.Add(naming.IsStructural || isCopy ? mark : naming.Name(mark, Naming.Cell(vector, row), TitleOf(vector, Naming.Cell(vector, row), row, 0)));
        }
    }

    /// <summary>The one that a bias is multiplied by.</summary>
    public void One(double x, double y) => marks.Add(new CellMark(BoxOf(x, y, 0, 0), CellStyle.Given, Tint.Other, "1"));

    /// <summary>A table or vector with all its columns, and nothing else said of it.</summary>
    public void Plain(Quantity quantity, double x, double y)
    {
        marks.Add(new LabelMark(quantity.Name.Text, x + (quantity.Shape.Columns * Cell / 2), y - 12, NameSize, Align.Middle));
        for (var row = 0; row < quantity.Shape.Rows; row++)
        {
            for (var column = 0; column < quantity.Shape.Columns; column++)
            {
                var id = quantity.Shape.IsScalar ? quantity.Name.Text : quantity.Shape.Columns == 1 ? Naming.Cell(quantity, row) : Naming.Cell(quantity, row, column);
                Add(quantity, Tints.Of(quantity.Role), id, row, column, x, y);
            }
        }
    }

    private static bool IsMatrix(Quantity quantity) => quantity.Role is Role.Weight or Role.RecurrentWeight;

    private static Box BoxOf(double x, double y, int row, int column) => new(x + (column * Cell), y + (row * Cell), x + ((column + 1) * Cell), y + ((row + 1) * Cell));

    private static CellStyle StyleOf(Quantity quantity, int row, int column, bool isCopy = false) =>
        quantity.Mask is { } mask && mask[row, column].IsZero ? CellStyle.Absent
        : isCopy ? CellStyle.Copy
        : quantity.IsBlank ? CellStyle.Blank
        : CellStyle.Given;

    private static string TitleOf(Quantity quantity, string id, int row, int column) =>
        quantity.Given is { } given ? $"{id} = {given[row, column]}" : quantity.IsBlank ? $"{id}, to fill in" : id;

    private string TextOf(Quantity vector, int row) =>
        vector.Given is { } given ? given[row, 0].ToString() : naming.IsStructural ? FormattableString.Invariant($"[{row}]") : "";

    private void Whole(Quantity quantity, Tint tint, Box box)
    {
        marks.Add(new LabelMark(quantity.Name.Text, box.MiddleX, box.Top - 12, NameSize, Align.Middle));
        marks.Add(naming.Name(new CellMark(box, CellStyle.Blank, tint, "?"), quantity.Name.Text, quantity.Name.Text));
    }

    private void Name(Quantity quantity, string words, double x, double y)
    {
        var label = new LabelMark(quantity.Name.Text, x, y, NameSize, Align.Middle);
        marks.Add(naming.IsStructural ? naming.Name(label, quantity.Name.Text, $"{words} {quantity.Name}") : label);
    }

    private void Add(Quantity quantity, Tint tint, string id, int row, int column, double x, double y)
    {
        var mark = new CellMark(BoxOf(x, y, row, column), StyleOf(quantity, row, column), tint, quantity.Given is { } given ? given[row, column].ToString() : "");
        marks.Add(naming.Name(mark, id, TitleOf(quantity, id, row, column)));
    }

    private void Indices(Quantity matrix, double x, double y)
    {
        for (var row = 0; row < matrix.Shape.Rows; row++)
        {
            var label = new LabelMark(FormattableString.Invariant($"[{row}]"), x - 4, y + ((row + 0.5) * Cell), 10, Align.End, IsQuiet: true);
            marks.Add(naming.Name(label, FormattableString.Invariant($"{matrix.Name}[{row},*]"), ""));
        }

        for (var column = 0; column < matrix.Shape.Columns; column++)
        {
            var label = new LabelMark(FormattableString.Invariant($"[{column}]"), x + ((column + 0.5) * Cell), y - 9, 10, Align.Middle, IsQuiet: true);
            marks.Add(naming.Name(label, FormattableString.Invariant($"{matrix.Name}[*,{column}]"), ""));
        }
    }
}
