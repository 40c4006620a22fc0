using System.Text;
using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>Functions in TorchScript, PyTorch's language for those who have no Python.</summary>
    public static class jit
    {
        public static CompilationUnit compile(string script)
        {
            ArgumentNullException.ThrowIfNull(script);
            return new(script);
        }

        public sealed unsafe class CompilationUnit : IDisposable
        {
            private nint _handle;

            internal CompilationUnit(string script)
            {
                fixed (byte* text = Encoding.UTF8.GetBytes(script + '\0'))
                    _handle = LibTorch.Check(LibTorch.torchlite_script_compile(text));
            }

            ~CompilationUnit() => Free();

            public object invoke(string name, params object[] objs)
            {
                ObjectDisposedException.ThrowIf(_handle == 0, this);
                NativeValue result = default;
                var arguments = Array.ConvertAll(objs, ArgumentOf);
                fixed (byte* text = Encoding.UTF8.GetBytes(name + '\0'))
                    Op.Script(_handle, text, arguments, &result);

                GC.KeepAlive(this);
                return ValueOf(result);
            }

            public TResult invoke<TResult>(string name, params object[] inputs) => (TResult)invoke(name, inputs);

            public TResult invoke<T, TResult>(string name, params T[] inputs) => (TResult)invoke(name, Array.ConvertAll(inputs, input => (object)input!));

            public void Dispose()
            {
                Free();
                GC.SuppressFinalize(this);
            }

            private void Free()
            {
                if (_handle != 0)
                    LibTorch.torchlite_script_free(_handle);

                _handle = 0;
            }

            private static Arg ArgumentOf(object value) => value switch
            {
                Tensor tensor => tensor,
                Tensor[] tensors => tensors,
                long number => number,
                int number => number,
                double number => number,
                float number => number,
                bool truth => truth,
                null => Arg.None,
                _ => throw new ArgumentException($"A TorchScript function can't be given a {value.GetType()}."),
            };

            private static object ValueOf(in NativeValue value) => value.Tag switch
            {
                Tag.Tensor => Op.Take(value),
                Tag.TensorList => Op.TakeAll(value),
                Tag.Int => value.Int,
                Tag.Double => value.Double,
                Tag.Bool => value.Int != 0,
                _ => null!,
            };
        }
    }
}
