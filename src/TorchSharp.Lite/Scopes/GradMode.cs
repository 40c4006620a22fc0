using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public static IDisposable no_grad() => new GradModeScope(false);

    public static IDisposable enable_grad(bool enabled = true) => new GradModeScope(enabled);

    public static IDisposable set_grad_enabled(bool mode = true) => new GradModeScope(mode);

    public static bool is_grad_enabled() => LibTorch.torchlite_grad_mode() != 0;

    public static IDisposable inference_mode(bool mode = true) => new InferenceModeScope(mode);

    public static bool is_inference_mode_enabled() => LibTorch.torchlite_inference_mode() != 0;

    /// <summary>Sets the thread's grad mode, and sets it back when it is disposed.</summary>
    private sealed class GradModeScope : IDisposable
    {
        private readonly bool before = is_grad_enabled();

        internal GradModeScope(bool enabled) => Set(enabled);

        public void Dispose() => Set(before);

        private static void Set(bool enabled) => LibTorch.torchlite_set_grad_mode(enabled ? 1 : 0);
    }

    private sealed class InferenceModeScope(bool enabled) : IDisposable
    {
        private nint guard = LibTorch.torchlite_enter_inference_mode(enabled ? 1 : 0);

        public void Dispose()
        {
            if (guard != 0) LibTorch.torchlite_leave_inference_mode(guard);
            guard = 0;
        }
    }
}
