namespace RnnGrader.Engine.Formulas;

/// <summary>The functions that are applied cell by cell.</summary>
public enum ActivationKind
{
    /// <summary>max(0, x), exactly.</summary>
    ReLU,

    /// <summary>The hyperbolic tangent, to 15 significant digits.</summary>
    Tanh,

    /// <summary>1 / (1 + e^−x), to 15 significant digits.</summary>
    Sigmoid,

    /// <summary>e^x, to 15 significant digits.</summary>
    Exp,
}
