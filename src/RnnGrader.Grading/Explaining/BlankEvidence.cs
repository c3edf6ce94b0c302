using RnnGrader.Engine.Formulas;
using RnnGrader.Engine.Numbers;
using RnnGrader.Engine.Slips;
using RnnGrader.Engine.Worksheets;

namespace RnnGrader.Grading.Explaining;

/// <summary>What the wrong cells of one blank say for each slip.</summary>
internal sealed class BlankEvidence
{
    // Slips of the pen are this near. A count that is further off and fits a slip to the unit is as good as two numbers.
    private const int PenSlip = 2;

    private readonly IReadOnlyList<SlipVariant> variants;
    private readonly Tensor?[] values;
    private readonly Valuation own;
    private readonly SlipFit[] fits = new SlipFit[SlipLibrary.All.Count];

    public BlankEvidence(MarkedBlank blank, IReadOnlyList<SlipVariant> variants, Valuation own)
    {
        (Blank, this.variants, this.own) = (blank, variants, own);
        values = new Tensor?[variants.Count];
        for (var i = 0; i < values.Length; i++)
        {
            if (variants[i].Applies(own))
            {
                values[i] = variants[i].Evaluate(own);
                Add(variants[i], values[i]!);
            }
        }
    }

    public MarkedBlank Blank { get; }

    public SlipFit this[int slip] => fits[slip];

    /// <summary>Whether one cell alone is open.</summary>
    public bool IsOneCell => Blank.Marks.Count(mark => mark.IsOpen) == 1 && !Blank.IsSize;

    /// <summary>Whether some slip explains the blank, be it one of several or one in a single term.</summary>
    public bool FitsSome => fits.Any(fit => fit.Fit != Fit.None)
        || Array.Find(Blank.Marks, mark => mark.IsOpen) is { } mark && TermSlips.Fit(Blank, mark, own, except: null);

    /// <summary>Says in each open cell which slip it was.</summary>
    public void Name(int slip)
    {
        var variant = fits[slip].Variant!;
        foreach (var mark in Blank.Marks)
        {
            if (mark.IsOpen)
            {
                mark.Slip = variant.Slip.Name;
                mark.Feedback = Wording.Named(Blank, mark, new(Blank.Quantity, mark.Row, mark.Column, own, variant));
                mark.IsExplained = true;
            }
        }
    }

    /// <summary>Asks about the one slip that fits the one open cell, where it is common enough.</summary>
    public void Suggest()
    {
        var cell = Array.FindIndex(Blank.Marks, mark => mark.IsOpen);
        if (cell < 0 || Array.FindLastIndex(Blank.Marks, mark => mark.IsOpen) != cell)
        {
            return;
        }

        var mark = Blank.Marks[cell];
        var (only, several) = (default(Scene), false);
        foreach (var (variant, value) in variants.Zip(values))
        {
            if (value is not null && !variant.IsLenient && mark.Is(value, cell, Blank.IsSize))
            {
                several |= only is not null && only.Variant!.Slip != variant.Slip;
                only ??= new(Blank.Quantity, mark.Row, mark.Column, own, variant);
            }
        }

        if (only is not null && !several && only.Variant!.Slip.IsCommon && !TermSlips.Fit(Blank, mark, own, except: only.Variant.Slip))
        {
            mark.Suggestion = only.Variant.Slip.Name;
            mark.Feedback = Wording.Suggested(Blank, mark, only);
        }
    }

    private static bool SameCell(MarkedBlank blank, Tensor value, int cell) =>
        value[cell] == blank.Expected[cell] && (!blank.IsSize || value[1] == blank.Expected[1]);

    private void Add(SlipVariant variant, Tensor value)
    {
        var (weight, fit) = (0, Fit.WholeBlank);
        for (var cell = 0; cell < Blank.Marks.Length; cell++)
        {
            var mark = Blank.Marks[cell];
            if (mark.IsOpen)
            {
                if (!mark.Is(value, cell, Blank.IsSize))
                {
                    return;
                }

                weight += WeightOf(mark, variant);
            }
            else if (mark.IsRight && !SameCell(Blank, value, cell))
            {
                fit = Fit.Partial;
            }
        }

        ref var known = ref fits[variant.Slip.Index];
        if (fit > known.Fit)
        {
            known = new(fit, weight, variant, true);
        }
        else if (fit == known.Fit)
        {
            known = known with { IsOneDeed = known.IsOneDeed && Equals(known.Variant!.Subject, variant.Subject) };
        }
    }

    private int WeightOf(Mark mark, SlipVariant variant) => Blank.Expected.Shape.Kind switch
    {
        // A size is two numbers; but another layer's that is one unit off may be a unit miscounted.
        ShapeKind.Size => variant.Instead is null || !IsNext(mark.Reading.Value - Blank.Expected[0]) || !IsNext(mark.Reading.Columns - Blank.Expected[1]) ? 2 : 1,
        ShapeKind.Scalar => IsFar(mark.Reading.Value - Blank.Expected[0]) ? 2 : 1,
        // Whatever makes a unit negative ends at the same 0.
        ShapeKind.Matrix or _ => mark.Reading.Value.IsZero && Blank.Quantity.Definition is Activation { Kind: ActivationKind.ReLU } && variant.Slip.OftenClips ? 0 : 1,
    };

    private static bool IsNext(Number distance) => distance <= 1 && distance >= -1;

    private static bool IsFar(Number distance) => distance > PenSlip || distance < -PenSlip;
}
