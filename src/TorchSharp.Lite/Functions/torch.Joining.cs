using TorchSharp.Interop;

namespace TorchSharp;

// Several tensors made one, and several tensors made to fit each other.
public static partial class torch
{
    public static Tensor cat(IList<Tensor> tensors, long dim = 0) => Op.Call("cat", Arg.Tensors(tensors), dim);
    public static Tensor concat(IList<Tensor> tensors, long dim = 0) => cat(tensors, dim);
    public static Tensor concatenate(IList<Tensor> tensors, long axis = 0) => cat(tensors, axis);
    public static Tensor stack(IEnumerable<Tensor> tensors, long dim = 0) => Op.Call("stack", tensors.ToArray(), dim);
    public static Tensor hstack(params Tensor[] tensors) => Op.Call("hstack", tensors);
    public static Tensor hstack(IList<Tensor> tensors) => Op.Call("hstack", Arg.Tensors(tensors));
    public static Tensor hstack(IEnumerable<Tensor> tensors) => Op.Call("hstack", tensors.ToArray());
    public static Tensor vstack(IList<Tensor> tensors) => Op.Call("vstack", Arg.Tensors(tensors));
    public static Tensor dstack(params Tensor[] tensors) => Op.Call("dstack", tensors);
    public static Tensor dstack(IList<Tensor> tensors) => Op.Call("dstack", Arg.Tensors(tensors));
    public static Tensor dstack(IEnumerable<Tensor> tensors) => Op.Call("dstack", tensors.ToArray());
    public static Tensor column_stack(params Tensor[] tensors) => Op.Call("column_stack", tensors);
    public static Tensor column_stack(IList<Tensor> tensors) => Op.Call("column_stack", Arg.Tensors(tensors));
    public static Tensor row_stack(params Tensor[] tensors) => Op.Call("row_stack", tensors);
    public static Tensor row_stack(IList<Tensor> tensors) => Op.Call("row_stack", Arg.Tensors(tensors));
    public static Tensor block_diag(params Tensor[] tensors) => Op.Call("block_diag", tensors);
    public static Tensor cartesian_prod(params Tensor[] tensors) => Op.Call("cartesian_prod", tensors);
    public static Tensor cartesian_prod(IList<Tensor> tensors) => Op.Call("cartesian_prod", Arg.Tensors(tensors));
    public static Tensor[] meshgrid(IEnumerable<Tensor> tensors, string indexing = "ij") => Op.List("meshgrid.indexing", tensors.ToArray(), indexing);
    public static IList<Tensor> broadcast_tensors(params Tensor[] tensors) => Op.List("broadcast_tensors", tensors);
    public static Size broadcast_shapes(params long[][] shapes) => broadcast_tensors(Array.ConvertAll(shapes, shape => empty(shape, device: META)))[0].shape;
    public static IEnumerable<Tensor> atleast_1d(params Tensor[] input) => input.Select(tensor => tensor.atleast_1d());
    public static IEnumerable<Tensor> atleast_2d(params Tensor[] input) => input.Select(tensor => tensor.atleast_2d());
    public static IEnumerable<Tensor> atleast_3d(params Tensor[] input) => input.Select(tensor => tensor.atleast_3d());
    public static Tensor combinations(Tensor input, int r = 2, bool with_replacement = false) => Op.Call("combinations", input, r, with_replacement);
    public static Tensor einsum(string equation, params Tensor[] tensors) => Op.Call("einsum", equation, tensors);
    public static Tensor chain_matmul(params Tensor[] matrices) => Op.Call("linalg_multi_dot", matrices);
}
