namespace RnnGrader.Engine.Structures;

/// <summary>What a component of a drawn network is.</summary>
public enum ComponentKind
{
    /// <summary>A unit: <c>h_1[0]</c>.</summary>
    Node,

    /// <summary>A link between two units: <c>x_1[0]->h_1[2]</c>.</summary>
    Link,

    /// <summary>A cell of a matrix or bias: <c>W_hh[0,1]</c>, <c>b_h[0]</c>.</summary>
    Cell,

    /// <summary>A whole matrix, row, column or vector: <c>W_hh</c>, <c>W_hh[0,*]</c>, <c>W_hh[*,1]</c>, <c>h_0</c>.</summary>
    Block,
}
