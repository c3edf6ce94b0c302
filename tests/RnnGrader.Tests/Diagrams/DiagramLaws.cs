using RnnGrader.Diagrams;
using RnnGrader.Engine.Formulas;
using RnnGrader.Engine.Structures;
using RnnGrader.Engine.Worksheets;

namespace RnnGrader.Tests.Diagrams;

/// <summary>What holds for every drawing.</summary>
public sealed class DiagramLaws
{
    [Theory, MemberData(nameof(Samples.Views), MemberType = typeof(Samples))]
    public void A_drawing_holds_every_component_of_its_form_once_and_says_what_it_is(string slug, DiagramView view)
    {
        foreach (var sheet in Samples.Of(slug))
        {
            var svg = new DrawnSvg(sheet, view);
            Assert.Equal(svg.Ids.Length, svg.Ids.Distinct().Count());
            Assert.All(svg.Components, component => Assert.False(string.IsNullOrEmpty(DrawnSvg.TitleOf(component))));
            if (sheet.Difference is { } difference)
            {
                var layers = new Network(difference.Networks[difference.GraphForm]).Layers.Select(layer => layer.Name).ToArray();
                Assert.Equal(sheet.Components.Where(component => IsOfGraph(component, layers) == (view == DiagramView.Graph)).Select(component => component.Id).Order(), svg.Ids.Order());
            }
            else if (view == DiagramView.Graph)
            {
                Assert.Superset(sheet.Components.Select(component => component.Id).ToHashSet(), svg.Ids.ToHashSet());
            }
        }
    }

    [Theory, MemberData(nameof(Samples.Views), MemberType = typeof(Samples))]
    public void What_is_to_be_filled_in_is_drawn_and_empty(string slug, DiagramView view)
    {
        foreach (var sheet in Samples.Of(slug))
        {
            var svg = new DrawnSvg(sheet, view);
            foreach (var blank in sheet.Quantities.Where(quantity => quantity is { IsBlank: true, Shape.IsMatrix: true }))
            {
                Assert.All(Enumerable.Range(0, blank.Shape.Rows), row => Assert.False(DrawnSvg.HasText(svg[$"{blank.Name}[{row}]"])));
            }
        }
    }

    [Theory, MemberData(nameof(Samples.Views), MemberType = typeof(Samples))]
    public void Every_number_is_a_given_that_is_not_hidden(string slug, DiagramView view)
    {
        foreach (var sheet in Samples.Of(slug))
        {
            var given = sheet.VisibleGivens.SelectMany(quantity => quantity.Given!.Cells.ToArray()).Select(cell => cell.ToString()).Append("1").ToHashSet();
            var shown = new DrawnSvg(sheet, view).Texts.Select(text => text.Text.Replace('−', '-').TrimStart('+')).Where(text => text.Length > 0 && text.All(letter => char.IsDigit(letter) || letter is '-' or '.' or '/'));
            Assert.Subset(given, shown.ToHashSet());
        }
    }

    [Theory, MemberData(nameof(Samples.Views), MemberType = typeof(Samples))]
    public void A_drawing_of_a_structural_exercise_follows_from_the_two_forms_shown_alone(string slug, DiagramView view)
    {
        foreach (var (sheet, difference) in Samples.Of(slug).Where(sheet => sheet.Difference is not null).Select(sheet => (sheet, sheet.Difference!)))
        {
            var writer = new WorksheetWriter();
            writer.Ask(new Difference
            {
                Blank = difference.Blank,
                Kind = difference.Kind,
                Selection = difference.Selection,
                Networks = difference.Networks.Where(network => network.Key == difference.MatrixForm || network.Key == difference.GraphForm).ToDictionary(),
                Of = difference.MatrixForm,
                Without = difference.GraphForm,
                MatrixForm = difference.MatrixForm,
                GraphForm = difference.GraphForm,
            });
            Assert.Equal(Diagram.Svg(writer.Finish(), view), Diagram.Svg(sheet, view));
        }
    }

    [Theory]
    [InlineData("mlp-parameter-sizes")]
    [InlineData("rnn-parameter-sizes-small")]
    [InlineData("rnn-parameter-sizes-large")]
    [InlineData("rnn-grow-hidden")]
    public void Where_sizes_are_asked_for_the_matrix_form_looks_the_same_whatever_they_are(string slug)
    {
        var cells = Samples.Of(slug).Select(sheet => string.Join(';', new DrawnSvg(sheet, DiagramView.Matrix).Elements("rect").Select(cell => cell.ToString())));
        Assert.Single(cells.Distinct());
    }

    [Fact]
    public void The_sizes_that_are_to_be_counted_in_a_graph_are_nowhere_in_its_matrix_form() =>
        Assert.Single(Samples.Of("rnn-parameter-sizes-small").Select(sheet => Diagram.Svg(sheet, DiagramView.Matrix)).Distinct());

    [Theory, MemberData(nameof(Samples.Views), MemberType = typeof(Samples))]
    public void The_same_worksheet_is_drawn_the_same(string slug, DiagramView view)
    {
        foreach (var sheet in Samples.Of(slug).Take(5))
        {
            Assert.Equal(Diagram.Svg(sheet, view), Diagram.Svg(WorksheetJson.Read(WorksheetJson.Write(sheet)), view));
        }
    }

    [Theory, MemberData(nameof(Samples.Views), MemberType = typeof(Samples))]
    public void Every_text_and_unit_lies_inside_the_picture(string slug, DiagramView view)
    {
        foreach (var svg in Samples.Of(slug).Select(sheet => new DrawnSvg(sheet, view)))
        {
            Assert.All(svg.Texts, text => Assert.True(svg.Frame.Holds(text.Area), $"{text} is not in {svg.Frame}"));
            Assert.All(svg.Circles, unit => Assert.True(svg.Frame.Holds(new(unit.X - unit.Radius, unit.Y - unit.Radius, unit.X + unit.Radius, unit.Y + unit.Radius))));
        }
    }

    [Theory, MemberData(nameof(Samples.Views), MemberType = typeof(Samples))]
    public void No_two_units_and_no_two_texts_overlap(string slug, DiagramView view)
    {
        foreach (var svg in Samples.Of(slug).Select(sheet => new DrawnSvg(sheet, view)))
        {
            var (units, texts) = (svg.Circles, svg.Texts);
            Assert.All(units.SelectMany((a, i) => units.Skip(i + 1).Select(b => (a, b))), pair => Assert.True(Math.Sqrt(Square(pair.a.X - pair.b.X) + Square(pair.a.Y - pair.b.Y)) > pair.a.Radius + pair.b.Radius));
            Assert.All(texts.SelectMany((a, i) => texts.Skip(i + 1).Select(b => (a, b))), pair => Assert.False(pair.a.Area.Overlaps(pair.b.Area), $"{pair.a} overlaps {pair.b}"));
        }
    }

    [Theory, MemberData(nameof(Samples.Views), MemberType = typeof(Samples))]
    public void Any_number_of_drawings_can_stand_on_one_page(string slug, DiagramView view)
    {
        var svg = new DrawnSvg(Samples.Of(slug)[0], view);
        Assert.Equal("img", svg.Attribute("role"));
        Assert.Empty(svg.Elements("script"));
        Assert.DoesNotContain("id=\"", Diagram.Svg(Samples.Of(slug)[0], view).Replace("data-id=\"", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.DoesNotContain("url(", Diagram.Svg(Samples.Of(slug)[0], view), StringComparison.Ordinal);
        Assert.DoesNotContain("style=\"", Diagram.Svg(Samples.Of(slug)[0], view), StringComparison.Ordinal);
        var style = Assert.Single(svg.Elements("style")).Value;
        Assert.Equal(Diagram.StyleSource, $"'sha256-{Convert.ToBase64String(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(style)))}'");
    }

    private static double Square(double x) => x * x;

    private static bool IsOfGraph(Component component, string[] layers) => component.Kind switch
    {
        ComponentKind.Node or ComponentKind.Link => true,
        ComponentKind.Cell => false,
        ComponentKind.Block or _ => layers.Contains(component.Id),
    };
}
