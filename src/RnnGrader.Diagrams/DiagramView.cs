namespace RnnGrader.Diagrams;

/// <summary>The two ways to draw a network.</summary>
public enum DiagramView
{
    /// <summary>Blocks of cells: weights left, the vectors they read above, results beside them, a column of vectors for each time step.</summary>
    Matrix,

    /// <summary>Units in layers and the links between them, unrolled in time where there are steps.</summary>
    Graph,
}
