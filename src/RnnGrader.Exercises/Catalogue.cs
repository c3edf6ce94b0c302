using RnnGrader.Exercises.Learning;
using RnnGrader.Exercises.Networks;
using RnnGrader.Exercises.Sizes;
using RnnGrader.Exercises.Structures;

namespace RnnGrader.Exercises;

/// <summary>The exercises, by their number in the workbook.</summary>
public static class Catalogue
{
    public static IReadOnlyList<Exercise> All { get; } =
    [
        new MlpParameterSizes(),
        new RnnStep(2, 1),
        new RnnStep(3, 2),
        new RnnStep(4, 3),
        new RnnParameterSizesSmall(),
        new RnnParameterSizesLarge(),
        new RnnToMlp(),
        new RnnGrowHidden(),
        new GraphToMatrix(),
        new MatrixToGraph(),
        new Seq2SeqForward(),
        new Seq2SeqPrune(),
        new EncoderForward(),
        new DecoderForward(),
        new MultilayerRnn(15, 1, "multilayer-rnn-t1", carriedLayers: 0),
        new MultilayerRnn(16, 1, "multilayer-rnn-t1-carried", carriedLayers: 1),
        new MultilayerRnn(17, 2, "multilayer-rnn-t2", carriedLayers: 2),
        new MultilayerRnn(18, 3, "multilayer-rnn-t3", carriedLayers: 2),
        new NoDependencyLinks(),
        new SoftmaxCrossEntropyGradient(),
    ];

    public static Exercise? Find(string slug) => All.FirstOrDefault(exercise => exercise.Slug == slug);
}
