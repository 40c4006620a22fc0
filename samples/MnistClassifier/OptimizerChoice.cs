namespace JaxNet.Samples.MnistClassifier;

/// <summary>The optimizer that the options ask for.</summary>
public static class OptimizerChoice
{
    /// <summary>The optimizer, with the schedule and the limit.</summary>
    /// <param name="options">What the command line says.</param>
    /// <param name="steps">How many steps the training will have.</param>
    public static Optimizer Create(TrainingOptions options, long steps)
    {
        var optimizer = Create(options.Optimizer, Create(options.Schedule, options.LearningRate, steps));
        return options.ClipNorm is { } norm ? Optimizers.Chain([GradientTransforms.ClipByGlobalNorm(norm)], optimizer) : optimizer;
    }

    private static Schedule Create(ScheduleKind kind, double rate, long steps) => kind switch
    {
        ScheduleKind.Constant => Schedules.Constant(rate),
        ScheduleKind.Cosine => Schedules.Cosine(rate, steps),
        ScheduleKind.Exponential => Schedules.Exponential(rate, steps, 0.01),
        ScheduleKind.WarmUp => Schedules.WarmUp(steps / 10, Schedules.Cosine(rate, steps - (steps / 10))),
        ScheduleKind.OneCycle => steps > 1 ? Schedules.OneCycle(rate, steps) : Schedules.Constant(rate),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "There is no such schedule."),
    };

    private static Optimizer Create(OptimizerKind kind, Schedule learningRate) => kind switch
    {
        OptimizerKind.Sgd => Optimizers.Sgd(learningRate),
        OptimizerKind.Momentum => Optimizers.Momentum(learningRate),
        OptimizerKind.Nesterov => Optimizers.Nesterov(learningRate),
        OptimizerKind.Adagrad => Optimizers.Adagrad(learningRate),
        OptimizerKind.RmsProp => Optimizers.RmsProp(learningRate),
        OptimizerKind.RmsPropMomentum => Optimizers.RmsPropMomentum(learningRate),
        OptimizerKind.Adam => Optimizers.Adam(learningRate),
        OptimizerKind.AdamW => Optimizers.AdamW(learningRate),
        OptimizerKind.Adamax => Optimizers.Adamax(learningRate),
        OptimizerKind.NAdam => Optimizers.NAdam(learningRate),
        OptimizerKind.RAdam => Optimizers.RAdam(learningRate),
        OptimizerKind.Lion => Optimizers.Lion(learningRate),
        OptimizerKind.Lamb => Optimizers.Lamb(learningRate),
        OptimizerKind.Adafactor => Optimizers.Adafactor(learningRate),
        OptimizerKind.Sm3 => Optimizers.Sm3(learningRate),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "There is no such optimizer."),
    };
}
