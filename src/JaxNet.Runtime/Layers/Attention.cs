using static JaxNet.Primitives;
using static TorchSharp.torch;

namespace JaxNet;

public static partial class Layers
{
    /// <summary>Multi-head scaled dot-product attention: Vaswani and others, "Attention Is All You Need" (2017).</summary>
    /// <param name="query">Shape [n, queries, features].</param>
    /// <param name="key">Shape [n, keys, any size].</param>
    /// <param name="value">Shape [n, keys, any size].</param>
    /// <param name="heads">How many heads the features are divided into.</param>
    /// <param name="mask">Which keys each query may attend to; all if null.</param>
    /// <param name="rotary">Whether queries and keys are turned by their positions, see <see cref="RotaryEmbedding"/>.</param>
    /// <param name="dropout">The rate at which attention weights are dropped.</param>
    /// <param name="kernelInit">Initializes the four kernels, those of query, key and value of shape [their size, features], and that of the output of shape [features, features]; <see cref="Initializers.GlorotNormal"/> if null.</param>
    /// <param name="biasInit">Initializes the four biases, of shape [features]; <see cref="Initializers.Zeros"/> if null.</param>
    /// <returns>Shape [n, queries, features].</returns>
    /// <exception cref="ArgumentException">The features can't be divided into that many heads, or the shapes don't fit.</exception>
    [Parametrized]
    public static partial Tensor MultiheadAttention(
        Tensor query,
        Tensor key,
        Tensor value,
        long heads,
        AttentionMask? mask = null,
        bool rotary = false,
        double dropout = 0,
        Initializer? kernelInit = null,
        Initializer? biasInit = null)
    {
        CheckAttention(query, key, value, heads);
        var (init, zero) = (kernelInit ?? Initializers.GlorotNormal(), biasInit ?? Initializers.Zeros());
        var features = query.size(2);
        var queries = Heads(query.Affine(Parameter([features, features], init, "query_kernel"), Parameter([features], zero, "query_bias")), heads);
        var keys = Heads(key.Affine(Parameter([key.size(2), features], init, "key_kernel"), Parameter([features], zero, "key_bias")), heads);
        var values = Heads(value.Affine(Parameter([value.size(2), features], init, "value_kernel"), Parameter([features], zero, "value_bias")), heads);
        if (rotary)
            (queries, keys) = (RotaryEmbedding(queries), RotaryEmbedding(keys));

        var scores = queries.matmul(keys.transpose(-2, -1)).Over(Math.Sqrt(features / heads));
        var weights = Dropout(Softmax(mask is null ? scores : mask.Apply(scores)), dropout);
        var joined = weights.matmul(values).transpose(1, 2).reshape(query.shape);
        return joined.Affine(Parameter([features, features], init, "output_kernel"), Parameter([features], zero, "output_bias"));
    }

    /// <summary><c>MultiheadAttention</c> of a sequence to itself.</summary>
    /// <param name="inputs">Shape [n, time, features].</param>
    /// <param name="heads">How many heads the features are divided into.</param>
    /// <param name="mask">Which steps each step may attend to; all if null.</param>
    /// <param name="rotary">Whether queries and keys are turned by their positions, see <see cref="RotaryEmbedding"/>.</param>
    /// <param name="dropout">The rate at which attention weights are dropped.</param>
    /// <param name="kernelInit">Initializes the four kernels; <see cref="Initializers.GlorotNormal"/> if null.</param>
    /// <param name="biasInit">Initializes the four biases; <see cref="Initializers.Zeros"/> if null.</param>
    /// <returns>Shape [n, time, features].</returns>
    /// <exception cref="ArgumentException">The features can't be divided into that many heads.</exception>
    [Parametrized]
    public static partial Tensor SelfAttention(
        Tensor inputs,
        long heads,
        AttentionMask? mask = null,
        bool rotary = false,
        double dropout = 0,
        Initializer? kernelInit = null,
        Initializer? biasInit = null) =>
        MultiheadAttention(inputs, inputs, inputs, heads, mask, rotary, dropout, kernelInit, biasInit);

    /// <summary>
    /// A block of a Transformer, its normalizations in front as in GPT-2: attention, then an <c>Mlp</c> at each step, each added
    /// to its input (Vaswani and others 2017; Xiong and others, "On Layer Normalization in the Transformer Architecture", 2020).
    /// </summary>
    /// <param name="inputs">Shape [n, time, features].</param>
    /// <param name="heads">How many heads the features are divided into.</param>
    /// <param name="hidden">The width of the perceptron between; four times the features if null.</param>
    /// <param name="mask">Which steps each step may attend to; all if null.</param>
    /// <param name="rotary">Whether queries and keys are turned by their positions, see <see cref="RotaryEmbedding"/>.</param>
    /// <param name="dropout">The rate at which attention weights, and elements of what is added, are dropped.</param>
    /// <param name="activation">The function between the two layers of the perceptron; <see cref="Gelu"/> if null.</param>
    /// <returns>Shape [n, time, features].</returns>
    /// <exception cref="ArgumentException">The inputs have another number of axes, or the features can't be divided into that many heads.</exception>
    [Parametrized]
    public static partial Tensor TransformerBlock(
        Tensor inputs,
        long heads,
        long? hidden = null,
        AttentionMask? mask = null,
        bool rotary = false,
        double dropout = 0,
        Func<Tensor, Tensor>? activation = null)
    {
        if (inputs.shape is not [_, _, var features])
            throw new ArgumentException($"TransformerBlock takes inputs of shape [n, time, features], but got {Shapes.Describe(inputs.shape)}.");

        var attended = inputs.Plus(Dropout(SelfAttention(LayerNorm(inputs), heads, mask, rotary, dropout), dropout));
        return attended.Plus(Dropout(Mlp(LayerNorm(attended), [hidden ?? 4 * features, features], activation ?? Gelu), dropout));
    }

    /// <summary>
    /// Turns pairs of features by angles in proportion to their position, so that products of two vectors depend on their distance:
    /// Su and others, "RoFormer: Enhanced Transformer with Rotary Position Embedding" (2021). Feature i is paired with
    /// feature size / 2 + i, as in GPT-NeoX, LLaMA and Equinox.
    /// </summary>
    /// <param name="inputs">Shape [..., time, size], the size even.</param>
    /// <param name="wavelength">What the angles of the slowest pair would have a wavelength of, in steps and divided by 2π.</param>
    /// <returns>The same shape.</returns>
    /// <exception cref="ArgumentException">The size is odd, or there is no axis of time.</exception>
    public static Tensor RotaryEmbedding(Tensor inputs, double wavelength = 10_000)
    {
        if (inputs.shape is not [.., var time, var size])
            throw new ArgumentException($"RotaryEmbedding takes inputs of shape [..., time, size], but got {Shapes.Describe(inputs.shape)}.");

        if (size % 2 != 0)
            throw new ArgumentException($"RotaryEmbedding turns pairs of features, but got {Shapes.Describe(inputs.shape)}, an odd number of them.");

        var rates = arange(size / 2, ScalarType.Float64, inputs.device).Scaled(-2 * Math.Log(wavelength) / size).exp();
        var angles = arange(time, ScalarType.Float64, inputs.device).unsqueeze(1) * rates;
        var (cosines, sines) = (angles.cos().type(inputs.dtype), angles.sin().type(inputs.dtype));
        var (first, second) = (inputs.narrow(-1, 0, size / 2), inputs.narrow(-1, size / 2, size / 2));
        return cat([(first * cosines) - (second * sines), (first * sines).Plus(second * cosines)], -1);
    }

    /// <summary>From [n, time, features] to [n, heads, time, features of a head].</summary>
    private static Tensor Heads(Tensor x, long heads) => x.reshape(x.size(0), x.size(1), heads, x.size(2) / heads).transpose(1, 2);

    private static void CheckAttention(Tensor query, Tensor key, Tensor value, long heads)
    {
        var (q, k, v) = (query.shape, key.shape, value.shape);
        if (q.Length != 3 || k.Length != 3 || v.Length != 3 || q[0] != k[0] || k[0] != v[0] || k[1] != v[1])
        {
            throw new ArgumentException(
                "MultiheadAttention takes queries [n, queries, features], keys [n, keys, size] and values [n, keys, size], " +
                $"but got {Shapes.Describe(q)}, {Shapes.Describe(k)} and {Shapes.Describe(v)}.");
        }

        if (heads < 1 || q[2] % heads != 0)
            throw new ArgumentException($"MultiheadAttention: {q[2]} features can't be divided into {heads} heads.");
    }
}
