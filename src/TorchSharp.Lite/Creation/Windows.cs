using TorchSharp.Interop;

namespace TorchSharp;

// Window functions.
public static partial class torch
{
    public static Tensor hann_window(long len, bool periodic = true, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) => Window("hann_window.periodic", len, periodic, dtype, device, requires_grad);
    public static Tensor bartlett_window(long len, bool periodic = true, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) => Window("bartlett_window.periodic", len, periodic, dtype, device, requires_grad);
    public static Tensor blackman_window(long len, bool periodic = true, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) => Window("blackman_window.periodic", len, periodic, dtype, device, requires_grad);

    private static Tensor Window(string op, long len, bool periodic, ScalarType? dtype, Device? device, bool requires_grad) =>
        Wanting(requires_grad, Op.Call(op, len, periodic, dtype ?? defaultDtype, Arg.None, InitializeDevice(device)));
}
