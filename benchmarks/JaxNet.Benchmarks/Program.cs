using JaxNet.Benchmarks;
using JaxNet.Benchmarks.Peers;

// JaxNet beside PyTorch, on the same machine, in one run.
return BenchCommand.Run(args, Competitor.PyTorch);
