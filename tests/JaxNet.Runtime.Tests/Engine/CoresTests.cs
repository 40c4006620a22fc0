using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using static TorchSharp.torch;

namespace JaxNet.Tests;

/// <summary>A loop on all cores is a loop, whoever else runs one.</summary>
public sealed partial class CoresTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(1000)]
    public void EachNumberHasItsTurnOnce(int count)
    {
        var turns = new int[count];

        Cores.Run(count, i => Interlocked.Increment(ref turns[i]));

        Assert.All(turns, turn => Assert.Equal(1, turn));
    }

    [Theory]
    [InlineData(1 << 16, 1)]
    [InlineData(1_000_003, 64)]
    public void ChunksCoverARangeOnce(int count, int multiple)
    {
        var turns = new int[count];

        Cores.RunChunks(count, multiple, (begin, end) =>
        {
            Assert.Equal(0, begin % multiple);
            for (var i = begin; i < end; i++)
                Interlocked.Increment(ref turns[i]);
        });

        Assert.DoesNotContain(turns, turn => turn != 1);
    }

    [Fact]
    public void WhatABodyThrowsArrives()
    {
        var error = Assert.Throws<InvalidOperationException>(() => Cores.Run(100, i => throw new InvalidOperationException("in the body")));

        Assert.Equal("in the body", error.Message);
    }

    [Fact]
    public void ThereAreNoMoreThreadsThanLibtorchHas()
    {
        var threads = new ConcurrentDictionary<int, int>();
        var before = get_num_threads();
        var limited = new Thread(() =>
        {
            set_num_threads(1);
            Cores.Run(200, _ =>
            {
                threads[Environment.CurrentManagedThreadId] = 0;
                Thread.Sleep(1);
            });
            set_num_threads(before);
        });
        limited.Start();
        limited.Join();

        Assert.Equal(limited.ManagedThreadId, Assert.Single(threads.Keys));
    }

    /// <summary>GNU's library ends threads where a team is smaller than the one before, and starts new ones where it is larger.</summary>
    [Fact]
    public void LoopsAndOperationsOfLibtorchRunOnTheSameThreads()
    {
        // With two cores no team can be larger than libtorch's.
        if (!OperatingSystem.IsLinux() || !OpenMP.IsThere || Environment.ProcessorCount < 3)
            return;

        var threads = new ConcurrentDictionary<int, int>();
        var before = get_num_threads();
        var alternating = new Thread(() =>
        {
            set_num_threads(2);
            using var numbers = ones(1 << 20);
            for (var round = 0; round < 30; round++)
            {
                numbers.mul_(1);
                Cores.Run(50, _ =>
                {
                    threads[ThreadOfTheSystem()] = 0;
                    Thread.SpinWait(1000);
                });
            }

            set_num_threads(before);
        });
        alternating.Start();
        alternating.Join();

        Assert.InRange(threads.Count, 1, 2);
    }

    [LibraryImport("libc", EntryPoint = "gettid")]
    private static partial int ThreadOfTheSystem();

    [Fact]
    public void SeveralThreadsRunLoopsAtOnceWhileGarbageIsCollected()
    {
        var sums = new long[8];
        var threads = sums.Select((_, thread) => new Thread(() =>
        {
            for (var round = 0; round < 50; round++)
            {
                Cores.Run(100, i => Interlocked.Add(ref sums[thread], i));
                if (round % 10 == 0)
                    GC.Collect();
            }
        })).ToArray();

        Array.ForEach(threads, thread => thread.Start());
        Array.ForEach(threads, thread => thread.Join());

        // Fifty times 0 + 1 + ... + 99.
        Assert.All(sums, sum => Assert.Equal(50 * 4950, sum));
    }
}
