using RnnGrader.Exercises;
using RnnGrader.Web.Privacy;

namespace RnnGrader.Web.Tests.Privacy;

public sealed class WordsTests
{
    [Theory, InlineData("1+3-1 = 3"), InlineData("ReLU(2·3 - 1)"), InlineData("1-2 → 0"), InlineData("3x3"), InlineData("W_hh[0,1]"), InlineData("x_1[0]")]
    public void What_calculates_stays(string text) => Assert.Equal(text, Words.Clean(text));

    [Theory, InlineData("Anna Meier = 3", "3"), InlineData("Anna: 1+2 → 3", "3"), InlineData("Anna Meier", null), InlineData("3 Ånna", null), InlineData("= Anna", null)]
    public void Words_go_and_what_stands_last_stays(string text, string? expected) => Assert.Equal(expected, Words.Clean(text));

    [Fact]
    public void No_name_of_any_exercise_is_a_word()
    {
        foreach (var exercise in Catalogue.All)
        {
            var sheet = exercise.Draw(1, Settings.Default(exercise));
            Assert.All(sheet.Quantities.Select(quantity => quantity.Name.Text).Concat(sheet.Components.Select(component => component.Id)), name => Assert.Equal(name, Words.Clean(name)));
        }
    }
}
