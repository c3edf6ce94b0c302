namespace RnnGrader.Engine.Structures;

/// <summary>What of two networks is compared.</summary>
public enum Selection
{
    /// <summary>Units, links and bias cells.</summary>
    Components,

    /// <summary>Links, or the matrix cells that they stand for.</summary>
    Links,
}
