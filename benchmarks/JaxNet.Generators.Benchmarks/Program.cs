using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using JaxNet.Generators.Benchmarks;

// In this process: no project is generated and built for each. One invocation an iteration, as an edit can be made only once.
BenchmarkRunner.Run<GeneratorBenchmarks>(DefaultConfig.Instance.AddJob(Job.Default
    .WithToolchain(InProcessEmitToolchain.Instance)
    .WithInvocationCount(1)
    .WithUnrollFactor(1)
    .WithWarmupCount(3)
    .WithIterationCount(10)), args);
