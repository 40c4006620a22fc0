using JaxNet.Samples.Ocr.Networks;

namespace JaxNet.Samples.Ocr;

/// <summary>The training itself: both networks, on the same sequences in the same order.</summary>
public static class Training
{
    /// <summary>Trains them; the result is what each reads in the test sequences.</summary>
    public static (byte[] Recurrent, byte[] Independent) Run(Options options, Sequences train, Sequences test, TrainingLog log)
    {
        var (firstKey, secondKey) = new Key(options.Seed).Split();
        var batchSize = Math.Min(options.BatchSize, train.Count);
        var example = train.InOrder(batchSize).First();
        var recurrent = Learner.Of(Recurrent.Predict(train.ClassNames.Count), options.LearningRate, firstKey, example);
        var independent = Learner.Of(Independent.Predict(train.ClassNames.Count), options.LearningRate, secondKey, example);

        (byte[] Recurrent, byte[] Independent) read = ([], []);
        for (var epoch = 1; epoch <= options.Epochs; epoch++)
        {
            using var progress = log.Begin(train.Count / batchSize);
            foreach (var batch in train.Shuffled(batchSize, options.Seed, epoch))
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
