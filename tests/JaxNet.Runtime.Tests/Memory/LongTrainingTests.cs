using static TorchSharp.torch;

namespace JaxNet.Tests.Memory;

/// <summary>
/// Memory over many steps, with nothing disposed: native memory stays flat, and so does what a step allocates on .NET's heap.
/// JAXNET_MEMORY_STEPS is how many steps; 20000 take some minutes.
/// </summary>
[Collection(RunsAlone.Name)]
public sealed class LongTrainingTests
{
    private static readonly int Steps = int.Parse(Environment.GetEnvironmentVariable("JAXNET_MEMORY_STEPS") ?? "400");

    public static IEnumerable<object[]> Workload => Workloads.Names.SelectMany(name => new object[][] { [name, false], [name, true] });

    [Theory]
    [MemberData(nameof(Workload))]
    public void Steps_stay_flat(string name, bool donated) => Workloads.With(name, new Trainer(donated));

    private sealed class Trainer(bool donated) : Workloads.IUser
    {
        public void Use<TParams>(Module<TParams, Tensor, Tensor> loss, Optimizer optimizer, Tensor inputs)
        {
            var state = optimizer.Init(loss.Init(new Key(0), inputs));
            var taken = 0u;
            Take(Steps / 4);
            var (allocatedBefore, residentBefore) = (GC.GetAllocatedBytesForCurrentThread(), Environment.WorkingSet);
            Take(Steps / 4);
            var allocatedBetween = GC.GetAllocatedBytesForCurrentThread();
            Take(Steps / 2);
            var allocatedAfter = GC.GetAllocatedBytesForCurrentThread();
            var growth = (Environment.WorkingSet - residentBefore) / (1 << 20);

            var first = (allocatedBetween - allocatedBefore) / (double)(Steps / 4);
            var second = (allocatedAfter - allocatedBetween) / (double)(Steps / 2);
            Assert.True(growth < 100, $"Resident memory grew by {growth} MB.");
            // The recurrent network takes 93 to 111 kB with TorchSharp's package, whose objects are larger, and less than 64 with TorchSharp.Lite.
            Assert.True(second < 128 << 10, $"A step allocates {second:0} bytes.");
            Assert.True(second < 1.1 * first, $"A step allocates {second:0} bytes, and took {first:0} before.");

            void Take(int steps)
            {
                for (var i = 0; i < steps; i++)
                {
                    if (donated)
                        optimizer.Step(ref state, loss, inputs, new Key(taken++));
                    else
                        state = optimizer.Update(loss, state, inputs, new Key(taken++));
                }
            }
        }
    }
}
