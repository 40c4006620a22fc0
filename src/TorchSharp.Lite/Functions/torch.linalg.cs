using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>Linear algebra.</summary>
    public static class linalg
    {
        public enum QRMode
        {
            Reduced = 0,
            Complete = 1,
            R = 2,
        }

        public static (Tensor Q, Tensor R) qr(Tensor input, QRMode mode = QRMode.Reduced) => Op.Pair("linalg_qr", input, mode.ToString().ToLowerInvariant());
        public static Tensor cholesky(Tensor input) => Op.Call("linalg_cholesky", input);
        public static (Tensor L, Tensor info) cholesky_ex(Tensor input, bool check_errors = false) => Op.Pair("linalg_cholesky_ex", input, false, check_errors);
        public static Tensor det(Tensor input) => Op.Call("linalg_det", input);
        public static (Tensor, Tensor) slogdet(Tensor input) => Op.Pair("linalg_slogdet", input);
        public static Tensor inv(Tensor input) => Op.Call("linalg_inv", input);
        public static (Tensor, Tensor) eig(Tensor input) => Op.Pair("linalg_eig", input);
        public static (Tensor, Tensor) eigh(Tensor input, char UPLO = 'L') => Op.Pair("linalg_eigh", input, UPLO.ToString());
        public static Tensor eigvals(Tensor input) => Op.Call("linalg_eigvals", input);
        public static Tensor eigvalsh(Tensor input, char UPLO = 'L') => Op.Call("linalg_eigvalsh", input, UPLO.ToString());
        public static (Tensor U, Tensor S, Tensor Vh) svd(Tensor input, bool fullMatrices = true) => Op.Triple("linalg_svd", input, fullMatrices);
        public static Tensor svdvals(Tensor input) => Op.Call("linalg_svdvals", input);
        public static Tensor multi_dot(IList<Tensor> tensors) => Op.Call("linalg_multi_dot", Arg.Tensors(tensors));
        public static Tensor matrix_exp(Tensor input) => Op.Call("linalg_matrix_exp", input);
        public static Tensor norm(Tensor input, long[]? dims = null, bool keepdim = false) => Op.Call("linalg_norm", input, Arg.None, dims, keepdim);
        public static Tensor norm(Tensor input, double ord, long[]? dims = null, bool keepdim = false) => Op.Call("linalg_norm", input, ord, dims, keepdim);
        public static Tensor norm(Tensor input, int ord, long[]? dims = null, bool keepdim = false) => Op.Call("linalg_norm", input, ord, dims, keepdim);
        public static Tensor norm(Tensor input, string ord, long[]? dims = null, bool keepdim = false) => Op.Call("linalg_norm.ord_str", input, ord, dims, keepdim);
    }
}
