namespace RnnGrader.Grading.Explaining;

/// <summary>How well a slip explains what is wrong, from not at all to wholly.</summary>
internal enum Fit
{
    None,

    /// <summary>It gives every wrong cell its value, but would have changed cells that are right.</summary>
    Partial,

    /// <summary>It gives every wrong cell its value and changes no other.</summary>
    WholeBlank,
}
