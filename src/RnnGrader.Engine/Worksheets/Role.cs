namespace RnnGrader.Engine.Worksheets;

/// <summary>What a tensor is for. Slips and drawings read roles, never names.</summary>
public enum Role
{
    /// <summary>None of the others.</summary>
    Other,

    /// <summary>What the network reads.</summary>
    Input,

    /// <summary>A hidden state.</summary>
    State,

    /// <summary>What the network says.</summary>
    Output,

    /// <summary>The weights of what comes from a layer below.</summary>
    Weight,

    /// <summary>The weights of what comes from the same layer one step before.</summary>
    RecurrentWeight,

    Bias,

    /// <summary>Scores before the softmax.</summary>
    Logits,

    /// <summary>The exponentials of the softmax and their sum.</summary>
    Exponential,

    Probability,

    /// <summary>A one-hot vector of the right class.</summary>
    Target,

    Gradient,

    /// <summary>The number of units of a layer.</summary>
    Units,

    /// <summary>Something to look values up in.</summary>
    Table,

    /// <summary>The size of a tensor, or a count of parameters.</summary>
    Size,
}
