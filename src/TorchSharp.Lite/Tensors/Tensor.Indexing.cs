using TorchSharp.Interop;
using Kind = TorchSharp.torch.TensorIndex.Kind;
using System.Runtime.CompilerServices;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>
    /// Python's indexing expressions. Numbers, slices, None and ellipses give a view; tensors of indices or of truth values pick.
    /// </summary>
    public partial class Tensor
    {
        [IndexerName("TensorItems")]
        public Tensor this[params TensorIndex[] indices]
        {
            get => index(indices);
            set => index_put_(value, indices);
        }

        [IndexerName("TensorItems")]
        public Tensor this[params Tensor[] indices]
        {
            get => index(indices);
            set => index_put_(value, indices);
        }

        [IndexerName("TensorItems")]
        public Tensor this[long i1]
        {
            get => select(0, i1);
            set => Put([i1], value);
        }

        [IndexerName("TensorItems")]
        public Tensor this[long i1, long i2]
        {
            get => At(i1, i2);
            set => Put([i1, i2], value);
        }

        [IndexerName("TensorItems")]
        public Tensor this[long i1, long i2, long i3]
        {
            get => At(i1, i2, i3);
            set => Put([i1, i2, i3], value);
        }

        [IndexerName("TensorItems")]
        public Tensor this[long i1, long i2, long i3, long i4]
        {
            get => At(i1, i2, i3, i4);
            set => Put([i1, i2, i3, i4], value);
        }

        [IndexerName("TensorItems")]
        public Tensor this[long i1, long i2, long i3, long i4, long i5]
        {
            get => At(i1, i2, i3, i4, i5);
            set => Put([i1, i2, i3, i4, i5], value);
        }

        [IndexerName("TensorItems")]
        public Tensor this[long i1, long i2, long i3, long i4, long i5, long i6]
        {
            get => At(i1, i2, i3, i4, i5, i6);
            set => Put([i1, i2, i3, i4, i5, i6], value);
        }

        public Tensor index(params Tensor[] indices) => Op.Call("index.Tensor", this, Arg.OptionalTensors(indices));

        public Tensor index(params TensorIndex[] indices)
        {
            using var scope = NewDisposeScope();
            var (view, picks) = Locate(indices);
            var result = picks.Exists(pick => pick is not null) ? Op.Call("index.Tensor", view, Arg.OptionalTensors([.. picks])) : view;
            return scope.MoveToOuter(ReferenceEquals(result, this) ? Op.Call("alias", this) : result);
        }

        public Tensor index_put_(Tensor value, params Tensor[] indices) => Op.InPlace("index_put_", this, Arg.OptionalTensors(indices), value);

        public Tensor index_put_(Scalar value, params Tensor[] indices)
        {
            using Tensor tensor = value;
            using var converted = tensor.To(dtype, device);
            return index_put_(converted, indices);
        }

        public Tensor index_put_(Tensor value, params TensorIndex[] indices)
        {
            using var scope = NewDisposeScope();
            var (view, picks) = Locate(indices);
            if (picks.Exists(pick => pick is not null)) Op.InPlace("index_put_", view, Arg.OptionalTensors([.. picks]), value);
            else view.copy_(value);
            return this;
        }

        public Tensor index_put_(Scalar value, params TensorIndex[] indices)
        {
            using Tensor tensor = value;
            using var converted = tensor.To(dtype, device);
            return index_put_(converted, indices);
        }

        private Tensor At(params ReadOnlySpan<long> indices)
        {
            using var scope = NewDisposeScope();
            var view = this;
            foreach (var index in indices) view = view.select(0, index);
            return scope.MoveToOuter(view);
        }

        private void Put(ReadOnlySpan<long> indices, Tensor value)
        {
            using var view = At(indices);
            view.copy_(value);
        }

        /// <summary>The part that views can express, and what is left to pick from it: a tensor, or null, for each dimension.</summary>
        private (Tensor View, List<Tensor?> Picks) Locate(TensorIndex[] indices)
        {
            var view = this;
            var picks = new List<Tensor?>();
            var taken = indices.Sum(DimensionsTaken);
            if (taken > Dimensions)
                throw new System.Runtime.InteropServices.ExternalException($"too many indices for tensor of dimension {Dimensions}");

            var dim = 0L;
            foreach (var index in indices)
            {
                switch (index.kind)
                {
                    case Kind.Single:
                        view = view.select(dim, index.start!.Value);
                        break;
                    case Kind.Slice:
                        view = Op.Call("slice.Tensor", view, dim++, index.start, index.stop, index.step ?? 1);
                        picks.Add(null);
                        break;
                    case Kind.None or Kind.Null:
                        view = view.unsqueeze(dim++);
                        picks.Add(null);
                        break;
                    case Kind.Ellipsis:
                        for (var skipped = Dimensions - taken; skipped > 0; skipped--, dim++) picks.Add(null);
                        break;
                    case Kind.Bool:
                        view = view.unsqueeze(dim++);
                        picks.Add(tensor(new[] { index.start == 1 }));
                        break;
                    case Kind.Tensor:
                        picks.Add(index.tensor);
                        dim += index.tensor!.dtype is ScalarType.Bool or ScalarType.Byte ? index.tensor.Dimensions : 1;
                        break;
                }
            }
            return (view, picks);
        }

        private static long DimensionsTaken(TensorIndex index) => index.kind switch
        {
            Kind.Single or Kind.Slice => 1,
            Kind.Tensor => index.tensor!.dtype is ScalarType.Bool or ScalarType.Byte ? index.tensor.Dimensions : 1,
            _ => 0,
        };
    }
}
