using static TorchSharp.torch;

namespace JaxNet.Tests.Memory;

/// <summary>One module on several threads: it holds nothing, so they can't meet.</summary>
public sealed class ThreadsTests
{
    public static TheoryData<string> Workload => [.. Workloads.Names];

    [Theory]
    [MemberData(nameof(Workload))]
    public void Threads_that_train_from_one_state_get_what_one_thread_gets(string name) => Workloads.With(name, new Crowd());

    private sealed class Crowd : Workloads.IUser
    {
        public void Use<TParams>(Module<TParams, Tensor, Tensor> loss, Optimizer optimizer, Tensor inputs)
        {
            var start = optimizer.Init(loss.Init(new Key(0), inputs));
            var alone = Train(3);

            var together = new float[4][];
            var threads = Enumerable.Range(0, together.Length).Select(i => new Thread(() => together[i] = Train(3))).ToArray();
            foreach (var thread in threads)
                thread.Start();
            foreach (var thread in threads)
                thread.Join();

            Assert.All(together, values => Assert.Equal(alone, values));

            // Pure at first, from the state that all have, and then donated, of one's own.
            float[] Train(int steps)
            {
                var state = optimizer.Update(loss, start, inputs, new Key(1));
                for (var i = 0; i < steps; i++)
                    optimizer.Step(ref state, loss, inputs, new Key((uint)i));

                using var value = loss.Apply(optimizer.GetParameters(state), inputs, new Key(9));
                return [value.item<float>(), .. Tree.Leaves(optimizer.GetParameters(state)).SelectMany(leaf => leaf.data<float>())];
            }
        }
    }
}
