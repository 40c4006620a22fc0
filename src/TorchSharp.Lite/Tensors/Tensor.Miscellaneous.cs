using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>Methods whose operator has another name, or other arguments, than the method.</summary>
    public partial class Tensor
    {
        /// <summary>Element by element, as eq: whether two tensors are the same is what Equals says.</summary>
        public Tensor equal(Tensor target) => eq(target);

        /// <summary>This tensor's elements where the condition holds, y's elsewhere.</summary>
        public Tensor where(Tensor condition, Tensor y) => Op.Call("where.self", condition, this, y);

        public Tensor arctan(Tensor other) => atan2(other);
        public Tensor arctan_(Tensor other) => atan2_(other);
        public Tensor polygamma(long p) => Op.Call("polygamma", p, this);
        public Tensor pinverse(double rcond = 1e-15, bool hermitian = false) => Op.Call("linalg_pinv", this, rcond, hermitian);
        public Tensor histc(long bins = 100, long min = 0, long max = 0) => Op.Call("histc", this, bins, min, max);
        public Tensor tensordot(Tensor b, long dims = 2) => tensordot(b, [.. Range(ndim - dims, dims)], [.. Range(0, dims)]);
        public Tensor tensordot(Tensor b, (long, long)[] dims) => tensordot(b, Array.ConvertAll(dims, pair => pair.Item1), Array.ConvertAll(dims, pair => pair.Item2));

        public Tensor renorm(float p, long dim, float maxnorm) => Op.Call("renorm", this, p, dim, maxnorm);
        public Tensor take_along_dim(IEnumerable<long> indices) => take_along_dim(tensor(indices.ToArray()));
        public Tensor take_along_dim(IEnumerable<long> indices, long dim) => take_along_dim(tensor(indices.ToArray()), dim);

        public Tensor celu() => Op.Call("celu", this);
        public Tensor celu_() => Op.InPlace("celu_", this);

        public (Tensor Values, Tensor Indices) sort(long dim = -1, bool descending = false, bool stable = false) => Op.Pair("sort.stable", this, stable, dim, descending);

        public (Tensor output, Tensor? inverse_indices, Tensor? counts) unique(bool sorted = true, bool return_inverse = false, bool return_counts = false, int? dim = null) =>
            Asked(
                dim is { } d ? Op.Triple("unique_dim", this, d, sorted, return_inverse, return_counts) : Op.Triple("_unique2", this, sorted, return_inverse, return_counts),
                return_inverse, return_counts);

        public (Tensor output, Tensor? inverse_indices, Tensor? counts) unique_consecutive(bool return_inverse = false, bool return_counts = false, int? dim = null) =>
            Asked(Op.Triple("unique_consecutive", this, return_inverse, return_counts, dim), return_inverse, return_counts);

        /// <summary>For each dimension where the elements are that aren't zero, as a column of <see cref="nonzero()"/>.</summary>
        public IList<Tensor> nonzero_as_list()
        {
            using var places = nonzero();
            return places.split(1, dim: 1);
        }

        public Tensor random_(double from, double to, Generator? generator = null) => Op.InPlace("random_.from", this, (long)from, (long)to, generator);

        /// <summary>libtorch gives empty tensors for what wasn't asked for, TorchSharp nothing.</summary>
        private static (Tensor, Tensor?, Tensor?) Asked((Tensor Output, Tensor InverseIndices, Tensor Counts) unique, bool inverse, bool counts)
        {
            if (!inverse) unique.InverseIndices.Dispose();
            if (!counts) unique.Counts.Dispose();
            return (unique.Output, inverse ? unique.InverseIndices : null, counts ? unique.Counts : null);
        }

        private static IEnumerable<long> Range(long start, long count) => Enumerable.Range((int)start, (int)count).Select(i => (long)i);
    }

    public static Tensor equal(Tensor tensor, Tensor target) => tensor.equal(target);
    public static Tensor where(Tensor condition, Tensor x, Tensor y) => Op.Call("where.self", condition, x, y);
    public static Tensor[] where(Tensor condition) => Op.List("where", condition);
    public static Tensor arctan(Tensor input, Tensor other) => input.arctan(other);
    public static Tensor arctan_(Tensor input, Tensor other) => input.arctan_(other);
    public static Tensor pinverse(Tensor input, double rcond = 1e-15, bool hermitian = false) => input.pinverse(rcond, hermitian);
    public static Tensor histc(Tensor input, long bins = 100, long min = 0, long max = 0) => input.histc(bins, min, max);
    public static Tensor renorm(Tensor input, float p, long dim, float maxnorm) => input.renorm(p, dim, maxnorm);
    public static Tensor take_along_dim(Tensor input, IEnumerable<long> indices, long dim = 0) => input.take_along_dim(indices, dim);
    public static (Tensor values, Tensor indices) sort(Tensor input, long dim = -1, bool descending = false, bool stable = false) => input.sort(dim, descending, stable);
    public static Tensor gather(Tensor input, long dim, Tensor index, bool sparse_grad = false) => Op.Call("gather", input, dim, index, sparse_grad);
    public static Tensor multiply_(Tensor left, Scalar right) => left.mul_(right);
    public static Tensor multiply_(Tensor left, Tensor right) => left.mul_(right);
    public static Tensor negative_(Tensor input) => input.neg_();
    public static Tensor cholesky(Tensor input) => input.cholesky();
    public static Tensor softmax(Tensor input, int dim, ScalarType? dtype = null) => input.softmax(dim, dtype);
    public static Tensor trapz(Tensor y, double dx = 1, long dim = -1) => y.trapezoid(dx, dim);
    public static Tensor trapz(Tensor y, Tensor x, long dim = -1) => y.trapezoid(x, dim);
    public static Tensor searchsorted(Tensor sorted_sequence, Tensor values, bool out_int32 = false, bool right = false, Tensor? sorter = null) => Op.Call("searchsorted.Tensor", sorted_sequence, values, out_int32, right, Arg.None, sorter);
}
