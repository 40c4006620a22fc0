using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>A tensor of libtorch: one owned reference to it. Released by Dispose, its dispose scope, or the finalizer.</summary>
    public partial class Tensor : IDisposable
    {
        private static long totalCount;
        private static long peakCount;

        private nint handle;

        internal Tensor(nint handle)
        {
            this.handle = handle;
            var count = Interlocked.Increment(ref totalCount);
            if (count > peakCount) peakCount = count;
            DisposeScopeManager.ThreadSingleton.Register(this);
        }

        ~Tensor() => Release();

        public static long TotalCount => totalCount;

        public static long PeakCount => peakCount;

        public nint Handle => handle != 0 ? handle : throw new InvalidOperationException("Tensor invalid -- empty handle.");

        public bool IsInvalid => handle == 0;

        public string? name { get; set; }

        internal DisposeScope? OwningDisposeScope { get; set; }

        /// <summary>Its neighbours in the scope that owns it.</summary>
        internal Tensor? PreviousInScope { get; set; }

        internal Tensor? NextInScope { get; set; }

        public static Tensor UnsafeCreateTensor(nint handle) => new(handle);

        /// <summary>Gives the native reference away: the caller releases it.</summary>
        public nint DecoupleFromNativeHandle()
        {
            var decoupled = Handle;
            GC.SuppressFinalize(this);
            Interlocked.Decrement(ref totalCount);
            handle = 0;
            return decoupled;
        }

        public Tensor MoveToOuterDisposeScope()
        {
            OwningDisposeScope?.MoveToOuter(this);
            return this;
        }

        public Tensor DetachFromDisposeScope()
        {
            OwningDisposeScope?.Detach(this);
            return this;
        }

        [Obsolete("Use DetachFromDisposeScope.", false)]
        public Tensor DetatchFromDisposeScope() => DetachFromDisposeScope();

        public void Dispose()
        {
            Release();
            GC.SuppressFinalize(this);
        }

        /// <summary>What libtorch says of this tensor, which no finalizer frees before it has said so: the handle alone keeps nothing.</summary>
        private T Alive<T>(T answer)
        {
            GC.KeepAlive(this);
            return answer;
        }

        private void Release()
        {
            if (handle == 0) return;
            DisposeScopeManager.ThreadSingleton.CountDisposed();
            OwningDisposeScope?.MarkAsDisposed(this);
            Interlocked.Decrement(ref totalCount);
            LibTorch.torchlite_tensor_free(handle);
            handle = 0;
        }

        public override bool Equals(object? obj) => obj is Tensor other && Equals(other);

        /// <summary>Whether both have the same shape and elements. As TorchSharp's, it goes by contents; the hash code goes by identity.</summary>
        public bool Equals(Tensor target) => target is not null && Op.Bool("equal", this, target);

        public override int GetHashCode() => base.GetHashCode();
    }
}
