using RnnGrader.Diagrams.Layout;

namespace RnnGrader.Diagrams.Marks;

/// <summary>Something drawn.</summary>
internal abstract record Mark
{
    /// <summary>The component that it is; null for decoration.</summary>
    public string? Id { get; init; }

    /// <summary>What is said of it in words.</summary>
    public string? Title { get; init; }

    public abstract Box Bounds { get; }
}
