using System.Collections.Concurrent;
using static TorchSharp.torch;

namespace JaxNet.Tests;

/// <summary>A loop on all cores is a loop, whoever else runs one.</summary>
public sealed class CoresTests
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
