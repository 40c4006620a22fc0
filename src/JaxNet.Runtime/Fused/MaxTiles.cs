using System.Numerics;
using static TorchSharp.torch;

namespace JaxNet;

/// <summary>
/// The largest number of each tile of an image, channels last. The gradient goes to it; where several are the largest, each gets its part,
/// as with <c>amax</c>, of which the passes over memory are many.
/// </summary>
internal static unsafe class MaxTiles
{
    public static bool Fits(Tensor images, long[] tile) =>
        tile.Length == 2 && images.dim() == 4 && Numbers.AreFloats(images) && images.numel() <= Numbers.MaxCount && Tape.Takes(images);

    /// <param name="images">Shape [n, height, width, channels].</param>
    /// <param name="tile">Height and width of a tile.</param>
    /// <param name="outputs">How many tiles there are along both; what is left over at the border is ignored.</param>
    /// <returns>Shape [n, outputs, channels].</returns>
    public static Tensor Of(Tensor images, long[] tile, long[] outputs)
    {
        Tensor input, result;
        var wanted = is_grad_enabled() && images.requires_grad;
        using (var temporaries = NewDisposeScope())
        using (no_grad())
        {
            input = images.is_contiguous() ? images.alias() : images.contiguous();
            result = empty([images.shape[0], outputs[0], outputs[1], images.shape[3]], images.dtype, images.device);
            var grid = new Grid(images.shape, tile, outputs);
            float* x = Numbers.Of(input), y = Numbers.Of(result);
            grid.Run(row => Largest(grid, row, x, y));
            GC.KeepAlive(input);
            temporaries.MoveToOuter(result);
            if (wanted)
                temporaries.MoveToOuter(input);
        }

        return Tape.Enter(
            nameof(Layers.MaxPool), [images], [result], wanted ? [input] : [], (entry, byOutputs) => [Gradient(entry, byOutputs[0]!, tile, outputs)])[0];
    }

    private static Tensor Gradient(TapeEntry entry, Tensor byOutput, long[] tile, long[] outputs)
    {
        var (input, gradient) = (entry.Saved[0], byOutput.contiguous());
        var grid = new Grid(input.shape, tile, outputs);
        var byInput = grid.CoversAll ? empty_like(input) : zeros_like(input);
        float* x = Numbers.Of(input), byY = Numbers.Of(gradient), byX = Numbers.Of(byInput);
        grid.Run(row => HandOut(grid, row, x, byY, byX));
        GC.KeepAlive(entry);
        GC.KeepAlive(gradient);
        return byInput;
    }

    private static void Largest(Grid grid, int row, float* input, float* result)
    {
        for (var column = 0; column < grid.Columns; column++)
        {
            float* tile = input + grid.Tile(row, column), output = result + grid.Output(row, column);
            var c = 0;
            for (; c <= grid.Channels - Vector<float>.Count; c += Vector<float>.Count)
                grid.LargestVector(tile + c).Store(output + c);

            for (; c < grid.Channels; c++)
                output[c] = grid.Largest(tile + c);
        }
    }

    // The largest are found once more: the output may have been changed in place, and a tile is in the cache. The rest gets zeros, as with amax, by a
    // multiplication: a tile with NaN in it has no number that equals its largest, a part that is infinite, and so NaN everywhere.
    private static void HandOut(Grid grid, int row, float* input, float* byOutput, float* byInput)
    {
        for (var column = 0; column < grid.Columns; column++)
        {
            float* tile = input + grid.Tile(row, column), byTile = byInput + grid.Tile(row, column);
            var gradient = byOutput + grid.Output(row, column);
            var c = 0;
            for (; c <= grid.Channels - Vector<float>.Count; c += Vector<float>.Count)
            {
                var largest = grid.LargestVector(tile + c);
                var count = Vector<float>.Zero;
                for (var i = 0; i < grid.TileSize; i++)
                    count += Vector.ConditionalSelect(Vector.Equals(Vector.Load(tile + grid.Within(i) + c), largest), Vector<float>.One, Vector<float>.Zero);

                var part = Vector.Load(gradient + c) / count;
                var rest = part * 0;
                for (var i = 0; i < grid.TileSize; i++)
                {
                    var place = grid.Within(i) + c;
                    Vector.ConditionalSelect(Vector.Equals(Vector.Load(tile + place), largest), part, rest).Store(byTile + place);
                }
            }

            for (; c < grid.Channels; c++)
            {
                var (largest, count) = (grid.Largest(tile + c), 0);
                for (var i = 0; i < grid.TileSize; i++)
                    count += tile[grid.Within(i) + c] == largest ? 1 : 0;

                var part = gradient[c] / count;
                var rest = part * 0;
                for (var i = 0; i < grid.TileSize; i++)
                    byTile[grid.Within(i) + c] = tile[grid.Within(i) + c] == largest ? part : rest;
            }
        }
    }

    /// <summary>Where the tiles are. A row is one of all images' rows of tiles.</summary>
    private readonly struct Grid
    {
        private readonly int _rows, _rowsOfImage, _tileWidth;
        private readonly long _imageStride, _lineStride, _tileHeight;
        private readonly int[] _within;

        public Grid(long[] images, long[] tile, long[] outputs)
        {
            (_rows, _rowsOfImage, Columns) = (checked((int)(images[0] * outputs[0])), (int)outputs[0], (int)outputs[1]);
            (_tileHeight, _tileWidth, Channels) = (tile[0], (int)tile[1], (int)images[3]);
            _lineStride = images[2] * images[3];
            _imageStride = images[1] * _lineStride;
            CoversAll = outputs[0] * tile[0] == images[1] && outputs[1] * tile[1] == images[2];
            _within = new int[tile[0] * tile[1]];
            for (var i = 0; i < _within.Length; i++)
                _within[i] = checked((int)((i / _tileWidth * _lineStride) + (i % _tileWidth * Channels)));
        }

        public int Columns { get; }

        public int Channels { get; }

        /// <summary>Whether every number of the images is in a tile.</summary>
        public bool CoversAll { get; }

        public int TileSize => _within.Length;

        public long Tile(int row, int column) =>
            (row / _rowsOfImage * _imageStride) + (row % _rowsOfImage * _tileHeight * _lineStride) + ((long)column * _tileWidth * Channels);

        public long Output(int row, int column) => (((long)row * Columns) + column) * Channels;

        /// <summary>Where a tile's numbers are, from its first one on.</summary>
        public int Within(int i) => _within[i];

        /// <summary>The largest number of a channel in a tile, and so of as many channels as a vector holds.</summary>
        public Vector<float> LargestVector(float* tile)
        {
            var largest = Vector.Load(tile);
            for (var i = 1; i < _within.Length; i++)
                largest = Vector.Max(largest, Vector.Load(tile + _within[i]));

            return largest;
        }

        public float Largest(float* tile)
        {
            var largest = tile[0];
            for (var i = 1; i < _within.Length; i++)
                largest = MathF.Max(largest, tile[_within[i]]);

            return largest;
        }

        public void Run(Action<int> row)
        {
            if ((long)_rows * Columns * Channels * TileSize >= 1 << 18 && Cores.AreSeveral)
            {
                Cores.Run(_rows, i => row((int)i));
                return;
            }

            for (var i = 0; i < _rows; i++)
                row(i);
        }
    }
}
