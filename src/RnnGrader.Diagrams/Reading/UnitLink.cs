using RnnGrader.Engine.Numbers;
using RnnGrader.Engine.Worksheets;

namespace RnnGrader.Diagrams.Reading;

/// <summary>A link between two units, and the weight that it stands for where it has one.</summary>
internal sealed record UnitLink(Quantity From, int FromRow, Quantity To, int ToRow, Quantity? Matrix)
{
    public string Id => $"{IdOf(From, FromRow)}->{IdOf(To, ToRow)}";

    /// <summary>The number on the link; null where it is not known.</summary>
    public Number? Weight => Matrix?.Given is { } given ? given[ToRow, FromRow] : null;

    public static string IdOf(Quantity vector, int row) => vector.Shape.IsScalar ? vector.Name.Text : FormattableString.Invariant($"{vector.Name}[{row}]");
}
