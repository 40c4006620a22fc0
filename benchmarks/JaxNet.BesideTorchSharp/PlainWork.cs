using JaxNet.Benchmarks.Works;

namespace JaxNet.BesideTorchSharp;

/// <summary>A row's work in TorchSharp alone. Titles, goals and costs are those of JaxNet's side.</summary>
/// <param name="name">The row.</param>
internal abstract class PlainWork(string name) : Work(name, name, goal: 0, cost: default);
