using System.Globalization;
using RnnGrader.Engine.Numbers;

namespace RnnGrader.Engine.Formulas;

/// <summary>
/// Reads formulas back from text, <c>h_1 = …</c>'s right side with names, and what a student types in a cell, <c>2*3 + 1 - 1</c>, without.
/// Length and depth are bounded, and nothing it is given makes it throw.
/// </summary>
public sealed class FormulaParser
{
    public const int MostCharacters = 2000;

    private const int MostDepth = 40;

    private readonly string text;
    private readonly IReadOnlyDictionary<string, Name>? names;
    private int position;
    private int depth;
    private string? problem;

    private FormulaParser(string text, IReadOnlyDictionary<string, Name>? names)
    {
        this.text = text;
        this.names = names;
    }

    /// <summary>Reads one formula.</summary>
    /// <param name="text">The formula.</param>
    /// <param name="names">The tensors it may name; null for arithmetic alone, as in a student's cell.</param>
    /// <param name="formula">The formula, where it can be read.</param>
    /// <param name="problem">A sentence that says what to change, where it can't.</param>
    public static bool TryParse(string text, IReadOnlyDictionary<string, Name>? names, out Formula formula, out string problem)
    {
        var parser = new FormulaParser(text, names);
        var read = text.Length > MostCharacters
            ? parser.Fail($"This is longer than {MostCharacters} characters.")
            : parser.ReadWhole();
        formula = read!;
        problem = parser.problem ?? "";
        return read is not null;
    }

    private Formula? ReadWhole()
    {
        var formula = ReadSum();
        return formula is not null && Peek() != '\0' ? FailAt() : formula;
    }

    private Formula? ReadSum()
    {
        if (++depth > MostDepth)
        {
            return Fail("There are too many parentheses inside each other.");
        }

        var terms = new List<SignedTerm>(4);
        do
        {
            var negative = Take('-');
            if (!negative)
            {
                Take('+');
            }

            if (ReadProduct() is not { } term)
            {
                return null;
            }

            terms.Add(new(negative, term));
        }
        while (Peek() is '+' or '-');
        depth--;
        return Sum.Of(terms);
    }

    private Formula? ReadProduct()
    {
        var product = ReadFactor();
        while (product is not null && Peek() is var sign and ('*' or '/' or '⊙'))
        {
            position++;
            product = (ReadFactor(), sign) switch
            {
                (null, _) => null,
                ({ } factor, '*') => product * factor,
                ({ } factor, '/') => product / factor,
                var (factor, _) => new ElementwiseProduct(product, factor),
            };
        }

        return product;
    }

    private Formula? ReadFactor()
    {
        var negative = false;
        while (Peek() is var sign and ('+' or '-'))
        {
            negative ^= sign == '-';
            position++;
        }

        var atom = ReadAtom();
        return negative && atom is not null ? -atom : atom;
    }

    private Formula? ReadAtom()
    {
        var next = Peek();
        if (next == '(')
        {
            position++;
            var inner = ReadSum();
            return inner is null ? null : Take(')') ? inner : Fail("A closing parenthesis ) is missing.");
        }

        if (char.IsAsciiDigit(next) || next == '.')
        {
            return ReadNumber();
        }

        return char.IsAsciiLetter(next) && names is not null ? ReadWord() : FailAt();
    }

    private Formula? ReadNumber()
    {
        var start = position;
        while (position < text.Length && (char.IsAsciiDigit(text[position]) || text[position] == '.'))
        {
            position++;
        }

        return Number.TryParse(text.AsSpan(start, position - start), out var number)
            ? Literal.Of(number)
            : Fail(position - start > 18 ? "A number here has too many digits." : $"'{text[start..position]}' is not a number.");
    }

    private Formula? ReadWord()
    {
        var start = position;
        var inBraces = false;
        while (position < text.Length && (char.IsAsciiLetterOrDigit(text[position]) || text[position] is '_' or '{' or '}' or '\'' || inBraces))
        {
            inBraces = text[position] switch { '{' => true, '}' => false, _ => inBraces };
            position++;
        }

        var word = text[start..position];
        if (Take('('))
        {
            return ReadArguments() is { } arguments ? Call(word, arguments) : null;
        }

        return names!.TryGetValue(word, out var name) ? name : Fail($"There is nothing named '{word}' here.");
    }

    private List<Formula>? ReadArguments()
    {
        var arguments = new List<Formula>(2);
        do
        {
            if (ReadSum() is not { } argument)
            {
                return null;
            }

            arguments.Add(argument);
        }
        while (Take(','));

        if (!Take(')'))
        {
            Fail("A closing parenthesis ) is missing.");
            return null;
        }

        return arguments;
    }

    private Formula? Call(string word, List<Formula> arguments) => (word, arguments) switch
    {
        ("ReLU", [var x]) => Words.ReLU(x),
        ("tanh", [var x]) => Words.Tanh(x),
        ("sigmoid", [var x]) => Words.Sigmoid(x),
        ("exp", [var x]) => Words.Exp(x),
        (Lookup.Word, [var table, var x]) => Words.Lookup(table, x),
        (Total.Word, [var x]) => Words.Total(x),
        (Rounding.Word, [var x, Literal places]) when Fits(places, 0, Rounding.MostPlaces) => Words.Round(x, (int)places.Value.Numerator),
        (OneHot.Word, [var x, Literal length]) when Fits(length, 1, OneHot.MostCells) => Words.OneHot(x, (int)length.Value.Numerator),
        (SizeOf.Word, [Name tensor]) => Words.Size(tensor),
        (ParameterCount.Word, var tensors) when tensors.All(tensor => tensor is Name) => Words.Parameters([.. tensors.Cast<Name>()]),
        _ => Fail($"'{word}' of {arguments.Count.ToString(CultureInfo.InvariantCulture)} such arguments is not a word of formulas."),
    };

    private static bool Fits(Literal literal, int least, int most) => literal.Value.IsInteger && literal.Value >= least && literal.Value <= most;

    // The next character that is not a space, in one form for all ways to write an operator; '\0' at the end.
    private char Peek()
    {
        while (position < text.Length && char.IsWhiteSpace(text[position]))
        {
            position++;
        }

        return position == text.Length ? '\0' : text[position] switch
        {
            '−' or '–' or '—' or '‐' or '‑' or '﹣' or '－' => '-',
            '＋' => '+',
            '·' or '×' or '⋅' or '∙' or '•' or '∗' or '✕' => '*',
            '÷' or '∕' or '⁄' => '/',
            '\0' => '\uFFFD',
            var other => other,
        };
    }

    private bool Take(char expected)
    {
        if (Peek() != expected)
        {
            return false;
        }

        position++;
        return true;
    }

    private Formula? FailAt() => Peek() switch
    {
        '\0' => Fail(position == 0 ? "There is nothing here." : "Something is missing at the end."),
        ',' => Fail("Write decimals with a point, 0.5, not with a comma."),
        '^' => Fail("Powers (^) can't be read here: write the product out, 3*3."),
        ')' => Fail("There is a closing parenthesis ) too many, or nothing before it."),
        '(' or (>= '0' and <= '9') or '.' => Fail("An operator (+ − * /) is missing between two numbers."),
        _ => Fail($"'{char.ConvertFromUtf32(CodePoint())}' can't be read here: use numbers and + − * / ( )."),
    };

    private int CodePoint() => char.IsSurrogate(text[position])
        ? position + 1 < text.Length && char.IsSurrogatePair(text[position], text[position + 1]) ? char.ConvertToUtf32(text, position) : 0xFFFD
        : text[position];

    private Formula? Fail(string sentence)
    {
        problem ??= sentence;
        return null;
    }
}
