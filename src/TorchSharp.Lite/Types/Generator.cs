using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>A stream of libtorch's own random numbers.</summary>
    public class Generator : IDisposable
    {
        private static readonly Lazy<Generator> cpuDefault = new(() => new Generator(LibTorch.Check(LibTorch.torchlite_default_generator((int)DeviceType.CPU, -1))));

        private Generator(nint handle) => Handle = handle;

        public Generator(ulong seed = 0, Device? device = null)
        {
            if (device is not null && device.type != DeviceType.CPU) throw new NotSupportedException("Generators of other devices than the CPU.");
            Handle = LibTorch.Check(LibTorch.torchlite_new_generator(seed));
        }

        ~Generator() => Release();

        public static Generator Default => cpuDefault.Value;

        public nint Handle { get; private set; }

        public Device device { get; private set; } = CPU;

        public Generator manual_seed(long seed)
        {
            LibTorch.torchlite_generator_set_seed(Handle, (ulong)seed);
            GC.KeepAlive(this);
            return this;
        }

        public long initial_seed()
        {
            var seed = LibTorch.torchlite_generator_seed(Handle);
            GC.KeepAlive(this);
            return (long)seed;
        }

        public long seed()
        {
            manual_seed(Random.Shared.NextInt64());
            return initial_seed();
        }

        public Tensor get_state()
        {
            var state = LibTorch.Check(LibTorch.torchlite_generator_state(Handle));
            GC.KeepAlive(this);
            return new(state);
        }

        public void set_state(Tensor value)
        {
            LibTorch.Check(LibTorch.torchlite_generator_set_state(Handle, value.Handle));
            GC.KeepAlive(value);
            GC.KeepAlive(this);
        }

        public void Dispose()
        {
            Release();
            GC.SuppressFinalize(this);
        }

        private void Release()
        {
            if (Handle != 0) LibTorch.torchlite_generator_free(Handle);
            Handle = 0;
        }
    }

    public static Generator manual_seed(long seed)
    {
        for (var i = 0; i < cuda.device_count(); i++)
        {
            var ofDevice = LibTorch.Check(LibTorch.torchlite_default_generator((int)DeviceType.CUDA, i));
            LibTorch.torchlite_generator_set_seed(ofDevice, (ulong)seed);
            LibTorch.torchlite_generator_free(ofDevice);
        }
        return Generator.Default.manual_seed(seed);
    }

    public static long seed() => Generator.Default.seed();
    public static long initial_seed() => Generator.Default.initial_seed();
    public static Tensor get_rng_state() => Generator.Default.get_state();
    public static void set_rng_state(Tensor new_state) => Generator.Default.set_state(new_state);

    /// <summary>The same, under the name that PyTorch has for it.</summary>
    public static class random
    {
        public static Generator manual_seed(long seed) => torch.manual_seed(seed);
        public static long seed() => torch.seed();
        public static long initial_seed() => torch.initial_seed();
        public static Tensor get_rng_state() => torch.get_rng_state();
        public static void set_rng_state(Tensor new_state) => torch.set_rng_state(new_state);
    }
}
