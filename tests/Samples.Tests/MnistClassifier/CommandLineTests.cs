using JaxNet.Samples.MnistClassifier;
using JaxNet.Samples.Terminal;
using JaxNet.Tests.Devices;
using static TorchSharp.torch;

namespace JaxNet.Samples.Tests.MnistClassifier;

public class CommandLineTests
{
    private static readonly CommandLine Line = new();

    [Fact]
    public void Without_arguments_the_defaults_hold() => Assert.Equal(
        new TrainingOptions(ModelKind.Dense, DatasetKind.Mnist, 5, OptimizerKind.Adam, 0.001, ScheduleKind.Cosine, null, 128, 0, CPU, null, "mnist-dense.png"),
        Options());

    [Fact]
    public void Every_argument_is_read() => Assert.Equal(
        new TrainingOptions(ModelKind.Conv, DatasetKind.Fashion, 7, OptimizerKind.Momentum, 0.05, ScheduleKind.OneCycle, 1.5, 64, 42, CPU, "somewhere", "out.png", "runs/1"),
        Options("--model", "conv", "--dataset", "Fashion", "--epochs", "7", "--optimizer", "momentum", "--learning-rate", "5e-2", "--schedule", "OneCycle", "--clip", "1.5", "--batch-size=64", "--seed", "42", "--data", "somewhere", "--output", "out.png", "--log", "runs/1"));

    [Theory]
    [InlineData("dense", "sgd", 1)]
    [InlineData("dense", "momentum", 0.1)]
    [InlineData("dense", "adam", 0.001)]
    [InlineData("conv", "sgd", 1)]
    [InlineData("conv", "adam", 0.002)]
    [InlineData("transformer", "adamw", 0.003)]
    [InlineData("dense", "lion", 0.0002)]
    public void Each_network_and_optimizer_has_a_learning_rate(string model, string optimizer, double rate) =>
        Assert.Equal(rate, Options("--model", model, "--optimizer", optimizer).LearningRate);

    [Fact]
    public void The_picture_is_named_after_the_run() =>
        Assert.Equal("fashion-conv.png", Options("--model", "conv", "--dataset", "fashion").Output);

    [Theory]
    [InlineData("--model can't be 'cnn'. It is one of: dense, conv, residual, recurrent, transformer.", "--model", "cnn")]
    [InlineData("--model can't be '0'. It is one of: dense, conv, residual, recurrent, transformer.", "--model", "0")]
    [InlineData("--dataset can't be 'cifar'. It is one of: mnist, fashion.", "--dataset", "cifar")]
    [InlineData("--optimizer can't be 'tiger'. It is one of: sgd, momentum, nesterov, adagrad, rmsprop, rmspropmomentum, adam, adamw, adamax, nadam, radam, lion, lamb, adafactor, sm3.", "--optimizer", "tiger")]
    [InlineData("--schedule can't be 'linear'. It is one of: cosine, constant, exponential, warmup, onecycle.", "--schedule", "linear")]
    [InlineData("--clip can't be '0'. It is a number above 0, such as 1.", "--clip", "0")]
    [InlineData("--epochs can't be '0'. It is a whole number from 1 to 10000.", "--epochs", "0")]
    [InlineData("--epochs can't be 'five'. It is a whole number from 1 to 10000.", "--epochs", "five")]
    [InlineData("--batch-size can't be '-1'. It is a whole number from 1 to 60000.", "--batch-size", "-1")]
    [InlineData("--seed can't be '1.5'. It is a whole number from 0 to 2147483647.", "--seed", "1.5")]
    [InlineData("--learning-rate can't be '0'. It is a number above 0, such as 0.001.", "--learning-rate", "0")]
    [InlineData("--learning-rate can't be '0,1'. It is a number above 0, such as 0.001.", "--learning-rate", "0,1")]
    [InlineData("--learning-rate can't be 'NaN'. It is a number above 0, such as 0.001.", "--learning-rate", "NaN")]
    [InlineData("--device can't be 'tpu'. This libtorch has here: cpu", "--device", "tpu")]
    [InlineData("--device can't be 'cuda:'. This libtorch has here: cpu", "--device", "cuda:")]
    [InlineData("--device can't be 'cuda:99'. This libtorch has here: cpu", "--device", "cuda:99")]
    [InlineData("--device can't be 'meta'. This libtorch has here: cpu", "--device", "meta")]
    [InlineData("--output can't be 'picture.jpg'. The picture is a PNG, so its name ends in .png.", "--output", "picture.jpg")]
    [InlineData("Unrecognized command or argument '--epoch'.", "--epoch=3")]
    [InlineData("Required argument missing for option: '--epochs'.", "--epochs")]
    public void A_mistake_is_explained(string message, params string[] arguments) =>
        Assert.Contains(Line.Parse(arguments).Errors, error => error.Message.Contains(message.Replace("'--epoch'.", "'--epoch")));

    [Fact]
    public void Who_has_no_gpu_is_told_how_to_get_at_one() =>
        Assert.Equal(!cuda.is_available(), Devices.WhatThereIs().Contains("TorchPackage=TorchSharp-cuda-"));

    [Fact]
    public void The_processor_is_a_device() => Assert.Equal(CPU.type, Options("--device", "cpu").Device.type);

    [GpuFact]
    public void A_gpu_is_a_device() => Assert.Equal("cuda:0", Options("--device", "cuda:0").Device.ToString());

    [Fact]
    public void A_picture_in_a_folder_that_does_not_exist_is_refused_before_the_training()
    {
        var error = Assert.Single(Line.Parse(["--output", "no-such-folder/x.png"]).Errors);
        Assert.Equal($"--output can't be 'no-such-folder/x.png': there is no folder {Path.GetFullPath("no-such-folder")}.", error.Message);
    }

    private static TrainingOptions Options(params string[] arguments)
    {
        var parsed = Line.Parse(arguments);
        Assert.Empty(parsed.Errors);
        return Line.Read(parsed);
    }
}
