using RnnGrader.Engine.Formulas;

namespace RnnGrader.Engine.Slips;

/// <summary>
/// One way in which students go wrong: a rewriting of a blank's formula, or a change of one term in one cell, with the words that tell a student
/// about it. The words hold the instance's own names and given numbers, never a value that is still to be found.
/// </summary>
public abstract class Slip(string name)
{
    /// <summary>Its stable name: <c>bias-forgotten</c>.</summary>
    public string Name { get; } = name;

    /// <summary>Its place in the <see cref="SlipLibrary"/>.</summary>
    public int Index { get; internal set; }

    /// <summary>Whether it is so common that one number, which fits no other slip, is reason enough to ask.</summary>
    public virtual bool IsCommon => false;

    /// <summary>Whether it moves a sum so far that a ReLU often clips it: a 0 is then no evidence for it.</summary>
    public virtual bool OftenClips => false;

    /// <summary>Whether it is about a whole part of the formula: the better name where a slip in one term would explain a cell, too.</summary>
    public virtual bool IsOfAPart => false;

    /// <summary>Whether it can be made in one term of one cell.</summary>
    public virtual bool IsOfATerm => false;

    /// <summary>Whether it is made after the terms are added up, so that working does not show it.</summary>
    public virtual bool LeavesTerms => false;

    /// <summary>What to do instead, in a short sentence.</summary>
    public abstract string Advice { get; }

    /// <summary>A question that helps to find it without claiming that it was made.</summary>
    public abstract string Question { get; }

    /// <summary>How a value came about, to follow 'what comes out': <c>without the bias b_h[0] = −1</c>.</summary>
    public abstract string Deed(Scene scene);

    /// <summary>The formulas that come out when it is made throughout a blank. Only shapes are looked at, never numbers.</summary>
    internal virtual IEnumerable<SlipVariant> In(Situation situation) => [];

    /// <summary>
    /// What one term adds to a cell's sum more than it should where the slip is made in that term; null where it can't be made there.
    /// </summary>
    public virtual Numbers.Number? InTerm(Term term) => null;

    /// <summary>What is then written down for the term: nothing, or other terms.</summary>
    public virtual IReadOnlyList<Term> Typed(Term term) =>
        InTerm(term) is { } more ? [new(false, TermKind.Value, term.Value + more, Numbers.Number.One, term.Origin)] : [term];
}
