namespace RnnGrader.Web.Printing;

/// <summary>What is printed on.</summary>
public enum PaperSize
{
    /// <summary>210 × 297 mm.</summary>
    A4,

    /// <summary>8½ × 11 inches.</summary>
    Letter,
}
