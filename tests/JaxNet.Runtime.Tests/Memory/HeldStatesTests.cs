using TorchSharp;
using static TorchSharp.torch;

namespace JaxNet.Tests.Memory;

/// <summary>
/// What somebody holds never changes, bit for bit: whole states, parameters and slots, taken out between pure updates and
/// donated steps in a random order. And the order changes nothing in what comes out.
/// </summary>
public sealed class HeldStatesTests
{
    public static TheoryData<string> Workload => [.. Workloads.Names];

    [Theory]
    [MemberData(nameof(Workload))]
    public void What_is_held_stays_as_it_was(string name) => Workloads.With(name, new Holder(steps: 60));

    private sealed class Holder(int steps) : Workloads.IUser
    {
        public void Use<TParams>(Module<TParams, Tensor, Tensor> loss, Optimizer optimizer, Tensor inputs)
        {
            var random = new Random(0);
            var held = new List<(object Tree, byte[] Bytes)>();
            var first = loss.Init(new Key(0), inputs);
            var (state, pure) = (optimizer.Init(first), optimizer.Init(first));
            Hold(first);
            for (var step = 0; step < steps; step++)
            {
                var key = new Key((uint)step);
                switch (random.Next(6))
                {
                    case 0:
                        state = optimizer.Update(loss, state, inputs, key);
                        break;
                    case 1:
                        // The old state is held, and the new one given away by the steps to come.
                        Hold(state);
                        state = optimizer.Update(loss, state, inputs, key);
                        break;
                    case 2:
                        Hold(optimizer.GetParameters(state));
                        optimizer.Step(ref state, loss, inputs, key);
                        break;
                    case 3:
                        Hold(state.Slot(state.SlotNames[0]));
                        optimizer.Step(ref state, loss, inputs, key);
                        break;
                    default:
                        optimizer.Step(ref state, loss, inputs, key);
                        break;
                }

                pure = optimizer.Update(loss, pure, inputs, new Key((uint)step));
                if (step % 10 == 0)
                    GC.Collect();
            }

            Assert.True(held.Count > steps / 4);
            Assert.All(held, one => Assert.Equal(one.Bytes, Bytes(one.Tree)));
            Assert.Equal(Bytes(optimizer.GetParameters(pure)!), Bytes(optimizer.GetParameters(state)!));

            void Hold<T>(T tree) => held.Add((tree!, Bytes(tree)));
        }

        private static byte[] Bytes<T>(T tree) => [.. Tree.Leaves(tree).SelectMany(leaf => leaf.contiguous().bytes.ToArray())];
    }
}
