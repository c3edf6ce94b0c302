using RnnGrader.Engine.Structures;
using RnnGrader.Engine.Worksheets;
using RnnGrader.Exercises;
using RnnGrader.Grading;

namespace RnnGrader.Tests.Laws;

/// <summary>What holds for every structural exercise.</summary>
public sealed class StructureLaws
{
    public static TheoryData<string> Exercises => ["rnn-to-mlp", "graph-to-matrix", "matrix-to-graph", "seq2seq-prune", "no-dependency-links"];

    [Theory, MemberData(nameof(Exercises))]
    public void The_complement_of_the_reference_scores_0(string slug)
    {
        foreach (var difference in Differences(slug))
        {
            var complement = Atoms(difference).Except(difference.Reference).ToArray();
            Assert.NotEmpty(complement);
            Assert.Equal(0, Grade(difference, complement).Score);
        }
    }

    [Theory, MemberData(nameof(Exercises))]
    public void One_component_too_many_or_too_few_costs_its_share(string slug)
    {
        foreach (var difference in Differences(slug))
        {
            var share = 1.0 / difference.Reference.Count;
            var extra = Atoms(difference).Except(difference.Reference).First(atom => difference.Imply(atom)!.Count == 1);
            Assert.Equal(1 - share, Grade(difference, [.. difference.Reference, extra]).Score, 12);
            Assert.Equal(1 - share, Grade(difference, [.. difference.Reference.Skip(1)]).Score, 12);
            Assert.Equal(Verdict.Wrong, Assert.Single(Grade(difference, [.. difference.Reference, extra]).Cells, cell => cell.Verdict != Verdict.Correct).Verdict);
            Assert.Equal(Verdict.Empty, Assert.Single(Grade(difference, [.. difference.Reference.Skip(1)]).Cells, cell => cell.Verdict != Verdict.Correct).Verdict);
        }
    }

    [Theory, MemberData(nameof(Exercises))]
    public void A_block_says_the_same_as_each_of_its_parts_and_saying_it_twice_says_it_once(string slug)
    {
        foreach (var difference in Differences(slug).Take(50))
        {
            foreach (var block in difference.Components.Where(component => component.Kind == ComponentKind.Block))
            {
                var whole = Grade(difference, [block.Id]);
                var parts = Grade(difference, [.. difference.Imply(block.Id)!, block.Id]);
                Assert.Equal(whole.Score, parts.Score);
                Assert.Equal(whole.Cells.Select(cell => (cell.Component, cell.Verdict)).Order(), parts.Cells.Select(cell => (cell.Component, cell.Verdict)).Order());
            }
        }
    }

    [Theory, MemberData(nameof(Exercises))]
    public void The_score_is_the_sum_of_the_credits_over_the_total(string slug)
    {
        foreach (var (difference, seed) in Differences(slug).Select((difference, seed) => (difference, seed)))
        {
            var chosen = Atoms(difference).Where((_, index) => (index * 7919 + seed) % 3 == 0).ToArray();
            var grade = Grade(difference, chosen);
            Assert.Equal(Math.Max(0, grade.Cells.Sum(cell => cell.Credit) / grade.Total), grade.Score, 12);
            Assert.Equal(grade.Correct, grade.Cells.Count(cell => cell.Verdict == Verdict.Correct));
        }
    }

    [Theory, MemberData(nameof(Exercises))]
    public void The_components_are_listed_once_each_in_an_order_that_gives_nothing_away(string slug)
    {
        foreach (var difference in Differences(slug))
        {
            var ids = difference.Components.Select(component => component.Id).ToArray();
            Assert.Equal(ids.Length, ids.Distinct().Count());
            Assert.All(ids, id => Assert.NotNull(difference.Imply(id)));
            Assert.All(difference.Components.Where(component => component.Kind == ComponentKind.Link), link => Assert.Equal(link.Id, $"{link.From}->{link.To}"));

            // What is listed of the two forms shown is what a drawing of those two alone would list.
            var shown = new Difference
            {
                Blank = difference.Blank,
                Kind = difference.Kind,
                Selection = difference.Selection,
                Networks = difference.Networks.Where(network => network.Key == difference.MatrixForm || network.Key == difference.GraphForm).ToDictionary(),
                Of = difference.MatrixForm,
                Without = difference.GraphForm,
                MatrixForm = difference.MatrixForm,
                GraphForm = difference.GraphForm,
            };
            Assert.Equal(shown.Components.Select(component => component.Id), ids);
        }
    }

    [Fact]
    public void A_link_and_the_cell_that_it_stands_for_are_one()
    {
        foreach (var difference in Differences("no-dependency-links").Take(20))
        {
            var full = new Network(difference.Networks[difference.Of]).Links.ToDictionary(link => link.Id, link => link.Cell);
            Assert.Equal(1, Grade(difference, [.. difference.Reference.Select(id => full[id])]).Score);
        }
    }

    [Fact]
    public void Crossing_out_whole_matrices_and_states_of_an_RNN_leaves_an_MLP()
    {
        var difference = Differences("rnn-to-mlp").First();
        Assert.Equal(1, Grade(difference, ["W_hh", "h_0"]).Score);
        Assert.Equal(1, Grade(difference, ["h_0"]).Score);
        Assert.Equal(9 / 12.0, Grade(difference, ["W_hh"]).Score, 12);
        Assert.Equal(0, Grade(difference, ["W_hx"]).Score);
        Assert.Equal(12, difference.Reference.Count);
    }

    [Fact]
    public void A_model_that_reads_and_then_writes_has_inputs_first_and_outputs_last()
    {
        foreach (var sheet in Drawn.Of("seq2seq-prune").Take(50))
        {
            var reads = int.Parse(sheet.Prompt.Split("reads ")[1].Split(' ')[0], System.Globalization.CultureInfo.InvariantCulture);
            var steps = int.Parse(sheet.Prompt.Split("its ")[1].Split(' ')[0], System.Globalization.CultureInfo.InvariantCulture);
            string[] gone = [.. Enumerable.Range(1, steps).Select(t => t > reads ? $"x_{t}" : $"y_{t}")];
            Assert.Equal(1, Grade(sheet.Difference!, gone).Score);
        }
    }

    [Theory]
    [InlineData("manyToOne", "y_1", "y_2", "y_3", "y_4")]
    [InlineData("oneToMany", "x_2", "x_3", "x_4", "x_5")]
    public void The_variants_keep_one_end(string variant, params string[] gone) =>
        Assert.Equal(1, Grade(Draw(variant).Difference!, gone).Score);

    [Fact]
    public void An_aligned_model_loses_only_the_steps_drawn_too_much()
    {
        var sheet = Draw("aligned");
        var reads = int.Parse(sheet.Prompt.Split("reads ")[1].Split(' ')[0], System.Globalization.CultureInfo.InvariantCulture);
        Assert.Equal(1, Grade(sheet.Difference!, [.. Enumerable.Range(reads + 1, 5 - reads).SelectMany(t => new[] { $"x_{t}", $"h_{t}", $"y_{t}" })]).Score);
    }

    [Theory]
    [InlineData("""{"crossed_out": ["W_zz"]}""")]
    [InlineData("""{"crossed_out": "h_0"}""")]
    [InlineData("""{"crossed_out": [1]}""")]
    [InlineData("""{"crossed_out": [["h_0"]]}""")]
    [InlineData("""{"crossed_out": ["h_0->"]}""")]
    public void A_set_without_a_meaning_is_named(string json) =>
        Assert.Equal(["answers.crossed_out"], Answering.Problems(Drawn.Of("rnn-to-mlp")[0], json).Keys);

    [Fact]
    public void Links_are_pairs_of_units_in_either_order()
    {
        var sheet = Drawn.Of("matrix-to-graph")[0];
        var pairs = sheet.Difference!.Reference.Select(link => link.Split("->")).ToArray();
        Assert.Equal(1, Answering.GradeJson(sheet, $$"""{"links": [{{string.Join(",", pairs.Select(pair => $"[\"{pair[0]}\", \"{pair[1]}\"]"))}}]}""").Score);
        Assert.Equal(1, Answering.GradeJson(sheet, $$"""{"links": [{{string.Join(",", pairs.Select(pair => $"[\"{pair[1]}\", \"{pair[0]}\"]"))}}]}""").Score);
        Assert.Equal(["answers.links"], Answering.Problems(sheet, """{"links": [["x_1[0]", "h_9[0]"]]}""").Keys);
        Assert.Equal(0, Answering.GradeJson(sheet, """{"links": [["x_1[0]", "y_1[0]"]]}""").Score);
    }

    private static IEnumerable<Difference> Differences(string slug) => Drawn.Of(slug).Select(sheet => sheet.Difference!);

    private static IEnumerable<string> Atoms(Difference difference) => difference.Components.SelectMany(component => difference.Imply(component.Id)!).Distinct();

    private static Grade Grade(Difference difference, string[] chosen)
    {
        var sheet = new WorksheetWriter();
        sheet.Ask(difference);
        return Answering.Grade(sheet.Finish(), [new(difference.Blank, chosen)]);
    }

    private static Worksheet Draw(string variant)
    {
        var exercise = Catalogue.Find("seq2seq-prune")!;
        return exercise.Draw(1, Settings.Read(exercise, System.Text.Json.JsonDocument.Parse($$"""{"variant": "{{variant}}", "steps": 5}""").RootElement, new())!);
    }
}
