using RnnGrader.Web.Printing;

namespace RnnGrader.Web.Tests.Printing;

/// <summary>A code is easy to read off paper, and one that was mistyped is nobody else's.</summary>
public sealed class SheetCodeTests
{
    private static readonly string[] Codes = [.. Enumerable.Range(0, 50).Select(_ => SheetCode.New())];

    [Fact]
    public void A_code_is_read_however_it_is_typed()
    {
        foreach (var code in Codes)
        {
            var printed = SheetCode.Write(code);
            Assert.Equal(code, SheetCode.Read(printed));
            Assert.Equal(code, SheetCode.Read($"  {printed.ToLowerInvariant().Replace('-', ' ')} "));
            Assert.Equal(code, SheetCode.Read(string.Join('.', code.ToCharArray())));
        }
    }

    [Fact]
    public void Each_wrong_sign_and_each_two_that_are_swapped_are_found()
    {
        var signs = Codes.SelectMany(code => code).Distinct().ToArray();
        Assert.True(signs.Length > 25);
        foreach (var code in Codes)
        {
            for (var place = 0; place < code.Length; place++)
            {
                var (before, after) = (code[..place], code[(place + 1)..]);
                Assert.All(signs.Where(sign => sign != code[place]), sign => Assert.Null(SheetCode.Read(before + sign + after)));
                for (var other = place + 1; other < code.Length; other++)
                {
                    var swapped = code.ToCharArray();
                    (swapped[place], swapped[other]) = (swapped[other], swapped[place]);
                    Assert.Equal(code[place] == code[other], SheetCode.Read(new(swapped)) is not null);
                }
            }
        }
    }

    [Theory, InlineData(null), InlineData(""), InlineData("2"), InlineData("OOOO-1111"), InlineData("ÄÖÜß-€€€€"), InlineData("2222222222222222")]
    public void What_is_no_code_is_none(string? typed) => Assert.Null(SheetCode.Read(typed));

    [Fact]
    public void No_sign_looks_like_another() => Assert.DoesNotContain(Codes.SelectMany(code => code), sign => "01OIL".Contains(sign));
}
