namespace RnnGrader.Engine.Formulas;

/// <summary>The words as functions, so that an exercise in C# reads as it does on paper.</summary>
public static class Words
{
    public static Formula ReLU(Formula x) => new Activation(ActivationKind.ReLU, x);

    public static Formula Tanh(Formula x) => new Activation(ActivationKind.Tanh, x);

    public static Formula Sigmoid(Formula x) => new Activation(ActivationKind.Sigmoid, x);

    public static Formula Exp(Formula x) => new Activation(ActivationKind.Exp, x);

    public static Formula Elementwise(Formula a, Formula b) => new ElementwiseProduct(a, b);

    public static Formula Lookup(Formula table, Formula x) => new Lookup(table, x);

    public static Formula Total(Formula x) => new Total(x);

    public static Formula Round(Formula x, int places) => new Rounding(x, places);

    public static Formula OneHot(Formula index, int length) => new OneHot(index, length);

    public static Formula Size(Name tensor) => new SizeOf(tensor);

    public static Formula Parameters(params IReadOnlyList<Name> tensors) => new ParameterCount(tensors);
}
