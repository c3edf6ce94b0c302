using RnnGrader.Engine.Formulas;
using RnnGrader.Engine.Numbers;

namespace RnnGrader.Grading.Explaining;

/// <summary>What is applied to a cell's sum at the end: the activation, the rounding.</summary>
internal static class Outer
{
    public static Number Apply(Formula definition, Number sum) => definition switch
    {
        Activation activation => Activation.Apply(activation.Kind, Apply(activation.Operand, sum)),
        Rounding rounding => Apply(rounding.Operand, sum).Round(rounding.Places),
        _ => sum,
    };
}
