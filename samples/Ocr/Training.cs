using JaxNet.Samples.Ocr.Networks;

namespace JaxNet.Samples.Ocr;

/// <summary>The training itself: both networks, on the same sequences in the same order.</summary>
public static class Training
{
    /// <summary>Trains them; the result is what each reads in the test sequences.</summary>
    /// <param name="options">What the command line says.</param>
    /// <param name="trainOf">What to learn from in an epoch, from 1; as many sequences in each.</param>
    /// <param name="test">What to be tested on.</param>
    /// <param name="log">Is told how it goes.</param>
    public static (byte[] Recurrent, byte[] Independent) Run(Options options, Func<int, Sequences> trainOf, Sequences test, TrainingLog log)
    {
        var (firstKey, secondKey) = new Key(options.Seed).Split();
        var train = trainOf(1);
        var batchSize = Math.Min(options.BatchSize, train.Count);
        var (example, classes, steps) = (train.InOrder(batchSize, options.Device).First(), train.ClassNames.Count, train.Count / batchSize);
        var learningRate = Schedules.Cosine(options.LearningRate, (long)options.Epochs * steps);
        var recurrent = Learner.Of(Recurrent.Predict(classes), learningRate, firstKey, example);
        var independent = Learner.Of(Independent.Predict(classes), learningRate, secondKey, example);

        (byte[] Recurrent, byte[] Independent) read = ([], []);
        for (var epoch = 1; epoch <= options.Epochs; epoch++)
        {
            if (epoch > 1) train = trainOf(epoch);
            using var progress = log.Begin(steps);
            foreach (var batch in train.Shuffled(batchSize, options.Seed, epoch, options.Device))
            {
                independent.Step(batch);
                progress.Step(recurrent.Step(batch));
            }

            read = (recurrent.Read(test), independent.Read(test));
            log.End(progress, Learner.Error(read.Recurrent, test), Learner.Error(read.Independent, test));
        }

        return read;
    }
}
