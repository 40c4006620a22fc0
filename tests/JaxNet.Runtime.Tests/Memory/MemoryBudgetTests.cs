using System.Runtime.CompilerServices;
using JaxNet.Tests.Examples;
using JaxNet.Tests.Memory;
using static JaxNet.Transforms;
using static TorchSharp.torch;

namespace JaxNet.Tests;

/// <summary>
/// Resident memory, with nothing disposed. Each test makes more than 1,200 MB of garbage, which all of it would still
/// be there if nothing were done: .NET sees a few hundred kilobytes.
/// </summary>
[Collection(RunsAlone.Name)]
public partial class MemoryBudgetTests
{
    private const long Million = 1 << 20;

    [Fact]
    public void Updates_stay_flat()
    {
        var optimizer = Optimizers.Momentum();
        var (parameters, gradients) = (zeros(Million / 2), ones(Million / 2));
        var state = optimizer.Init(parameters);
        AssertFlat(times: 350, () => state = optimizer.UpdateFromGradients(gradients, state));
    }

    [Fact]
    public void States_that_are_held_for_a_while_are_freed_in_the_end()
    {
        // Old enough when they are dropped for young collections to pass them by.
        var optimizer = Optimizers.Momentum();
        var (parameters, gradients) = (zeros(Million / 2), ones(Million / 2));
        var state = optimizer.Init(parameters);
        var held = new Queue<OptimizerState<Tensor>>();
        AssertFlat(times: 350, () =>
        {
            held.Enqueue(state = optimizer.UpdateFromGradients(gradients, state));
            if (held.Count > 20)
                held.Dequeue();
        });
    }

    [Fact]
    public void Gradients_stay_flat()
    {
        var square = Grad((Tensor x) => x.square().sum());
        var argument = ones(Million / 2);
        AssertFlat(times: 700, () => square(argument));
    }

    [Fact]
    public void Results_of_modules_stay_flat()
    {
        var module = new Loss<Tensor>(x => x + 1);
        var argument = ones(Million / 2);
        AssertFlat(times: 700, () => module.Apply(argument, default));
    }

    [Fact]
    public void Small_results_don_t_wait_until_a_large_cache_is_full()
    {
        // .NET lets its youngest generation grow to half of the processor's last cache, so that this can only fail with more than 32 MB of that.
        var module = new Loss<Tensor>(x => x.alias());
        var argument = ones(1);
        var (allocated, collections) = (GC.GetAllocatedBytesForCurrentThread(), GC.CollectionCount(0));
        while (GC.GetAllocatedBytesForCurrentThread() - allocated < 64 * Million)
            module.Apply(argument, default);

        Assert.True(GC.CollectionCount(0) - collections >= 4, $"{GC.CollectionCount(0) - collections} collections");
    }

    [Fact]
    public void Results_of_scans_stay_flat()
    {
        var cell = Workloads.Total();
        var (carry, steps) = (zeros(Million / 4), ones(1, Million / 4));
        AssertFlat(times: 700, () => cell.Scan(Workloads.TotalParams.Empty, carry, steps));
    }

    [Fact]
    public void States_made_by_a_loss_that_throws_now_and_then_stay_flat()
    {
        var optimizer = Optimizers.Momentum();
        var state = optimizer.Init(zeros(Million / 2));
        var steps = 0;
        var loss = new Loss<Tensor>(x => ++steps % 3 == 0 ? throw new FormatException() : x.square().sum());
        AssertFlat(times: 350, () =>
        {
            try
            {
                state = optimizer.Update(loss, state, default);
            }
            catch (FormatException)
            {
            }
        });
    }

    [Fact]
    public void Two_threads_that_apply_one_module_stay_flat()
    {
        var module = new Loss<Tensor>(x => x + 1);
        var argument = ones(Million / 2);
        AssertFlatOnTwoThreads(times: 350, _ => module.Apply(argument, default));
    }

    [Fact]
    public void Two_threads_that_train_by_one_module_stay_flat()
    {
        var optimizer = Optimizers.Momentum();
        var loss = new Loss<Tensor>(x => x.square().sum());
        var start = optimizer.Init(ones(Million / 2));
        OptimizerState<Tensor>[] states = [start, start];
        AssertFlatOnTwoThreads(times: 175, thread => states[thread] = optimizer.Update(loss, states[thread], default));
    }

    [Parametrized]
    private static partial Tensor First(Tensor x) => x[0] + 1;

    /// <summary>Counted each time, they would be a reason for a full collection in each of the calls.</summary>
    [Fact]
    public void Inputs_that_are_given_again_and_again_count_once()
    {
        // One number that is everywhere, and counts as 640 MB.
        var inputs = zeros(1).expand(160 * Million);
        var before = GC.CollectionCount(2);
        for (var i = 0; i < 60; i++)
            First().Apply(new(), inputs);

        Assert.InRange(GC.CollectionCount(2) - before, 0, 30);
    }

    [Fact]
    public void Random_numbers_are_freed_in_time()
    {
        // Drawing takes too long for an amount that resident memory shows.
        var drawn = Enumerable.Range(0, 100).Select(i => new WeakReference(new Key(i).Bits([Million / 4]))).ToList();

        Assert.InRange(drawn.Count(tensor => tensor.IsAlive), 0, 50);
    }

    [Fact]
    public void Garbage_is_freed_in_time_after_a_large_state_has_gone()
    {
        HoldLargeStateForAWhile();
        GC.Collect();
        GC.WaitForPendingFinalizers();

        var optimizer = Optimizers.Sgd();
        var (parameters, gradients) = (zeros(Million / 2), ones(Million / 2));
        var states = Enumerable.Range(0, 100).Select(_ => new WeakReference(optimizer.UpdateFromGradients(gradients, optimizer.Init(parameters)))).ToList();

        Assert.InRange(states.Count(state => state.IsAlive), 0, 50);
    }

    // Not inlined, so that nothing holds the state behind it.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void HoldLargeStateForAWhile()
    {
        // One number that is everywhere, and counts as 640 MB.
        var optimizer = Optimizers.Sgd();
        var large = optimizer.Init(zeros(1).expand(160 * Million));
        optimizer.UpdateFromGradients(ones(1), optimizer.Init(ones(1)));
        GC.KeepAlive(large);
    }

    [Fact]
    public void Mapped_trees_stay_flat()
    {
        var tree = (ones(Million / 4), ones(Million / 4));
        AssertFlat(times: 700, () => Tree.Map(tree, leaf => leaf + 1));
    }

    internal static void AssertFlat(int times, Action makeGarbage) => AssertFlat(times, count => Repeat(count, makeGarbage));

    private static void AssertFlatOnTwoThreads(int times, Action<int> makeGarbage) => AssertFlat(times, count =>
    {
        var threads = Enumerable.Range(0, 2).Select(thread => new Thread(() => Repeat(count, () => makeGarbage(thread)))).ToArray();
        foreach (var thread in threads)
            thread.Start();
        foreach (var thread in threads)
            thread.Join();
    });

    private static void AssertFlat(int times, Action<int> makeGarbage)
    {
        makeGarbage(60);
        var before = Environment.WorkingSet;
        makeGarbage(times);

        // The garbage of one budget comes and goes.
        var growth = (Environment.WorkingSet - before) / Million;
        Assert.True(growth < 200, $"Resident memory grew by {growth} MB.");
    }

    private static void Repeat(int times, Action action)
    {
        for (var i = 0; i < times; i++)
            action();
    }
}
