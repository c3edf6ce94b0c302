namespace RnnGrader.Diagrams.Layout;

/// <summary>Where a layer of an unrolled network stands, from top to bottom.</summary>
internal enum Band
{
    Outputs,
    States,
    Inputs,
}
