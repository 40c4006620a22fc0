using System.Collections;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>A shape, as a value of its own.</summary>
    public struct Size : IEnumerable<long>
    {
        private readonly long[] shape;

        public static readonly Size Empty = new(Array.Empty<long>());

        public Size(long[] shape) => this.shape = [.. shape];
        public Size(IEnumerable<long> shape) => this.shape = [.. shape];
        public Size(int[] shape) => this.shape = Array.ConvertAll(shape, size => (long)size);
        public Size(long size) => shape = [size];
        public Size((long, long) size) => shape = [size.Item1, size.Item2];
        public Size((long, long, long) size) => shape = [size.Item1, size.Item2, size.Item3];
        public Size((long, long, long, long) size) => shape = [size.Item1, size.Item2, size.Item3, size.Item4];
        public Size((long, long, long, long, long) size) => shape = [size.Item1, size.Item2, size.Item3, size.Item4, size.Item5];
        public Size((long, long, long, long, long, long) size) => shape = [size.Item1, size.Item2, size.Item3, size.Item4, size.Item5, size.Item6];
        public Size(int size) => shape = [size];
        public Size((int, int) size) => shape = [size.Item1, size.Item2];
        public Size((int, int, int) size) => shape = [size.Item1, size.Item2, size.Item3];
        public Size((int, int, int, int) size) => shape = [size.Item1, size.Item2, size.Item3, size.Item4];
        public Size((int, int, int, int, int) size) => shape = [size.Item1, size.Item2, size.Item3, size.Item4, size.Item5];
        public Size((int, int, int, int, int, int) size) => shape = [size.Item1, size.Item2, size.Item3, size.Item4, size.Item5, size.Item6];

        public static implicit operator Size(long size) => new(size);
        public static implicit operator Size(long[] size) => new(size);
        public static implicit operator Size((long, long) size) => new(size);
        public static implicit operator Size((long, long, long) size) => new(size);
        public static implicit operator Size((long, long, long, long) size) => new(size);
        public static implicit operator Size((long, long, long, long, long) size) => new(size);
        public static implicit operator Size((long, long, long, long, long, long) size) => new(size);

        public static Size operator +(Size left, Size right) => new([.. left.Shape, .. right.Shape]);
        public static Size operator +(Size left, IEnumerable<long> right) => new([.. left.Shape, .. right]);

        /// <summary>As in TorchSharp, whether both are the same array. The elements are compared with SequenceEqual.</summary>
        public static bool operator ==(Size left, Size right) => left.shape == right.shape;
        public static bool operator !=(Size left, Size right) => left.shape != right.shape;

        public readonly long[] Shape => shape ?? [];
        public readonly int Length => Shape.Length;
        public readonly bool IsEmpty => Length == 0;
        public readonly bool IsScalar => Length == 0;
        public readonly long this[int idx] => Shape[idx];
        public readonly long this[long idx] => Shape[idx];

        public readonly long numel() => Shape.Aggregate(1L, (product, size) => product * size);

        public readonly Size Slice(int first, int next)
        {
            if (next < 0) next += Length;
            if (first < 0) first += Length;
            return next <= first ? Empty : new Size(Shape[first..next]);
        }

        public readonly IEnumerable<long> Take(int i) => Shape.Take(i);

        public readonly IEnumerator<long> GetEnumerator() => Shape.AsEnumerable().GetEnumerator();

        readonly IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

        public override readonly bool Equals(object? obj) => obj is Size other && shape == other.shape;

        public override readonly int GetHashCode() => shape?.GetHashCode() ?? 0;
    }
}
