using TorchSharp;
using static TorchSharp.torch;

namespace JaxNet;

/// <summary>
/// A random key as a tree, by which it stands in checkpoints beside what was trained with it: <c>words</c>, its two words,
/// and <c>mode</c>, 0 or 1, both of 64-bit integers, as there are no unsigned ones.
/// </summary>
internal static class KeyNode
{
    public static void Visit(Key key, TreeVisitor visitor)
    {
        visitor.Child("words", Words(key));
        visitor.Child("mode", Mode(key));
    }

    public static Key Rebuild(Key key, TreeRebuilder rebuilder)
    {
        var words = rebuilder.Child(Words(key));
        var mode = rebuilder.Child(Mode(key));
        if (words.dtype != ScalarType.Int64 || words.shape is not [2] || mode.dtype != ScalarType.Int64 || mode.shape is not [])
        {
            throw new ArgumentException(
                $"A key has two words, int64 [2], and a mode, int64 []; it can't be rebuilt from {Tree.TextOf(words)} and {Tree.TextOf(mode)}.");
        }

        var (high, low, number) = (words[0].cpu().item<long>(), words[1].cpu().item<long>(), mode.cpu().item<long>());
        if (high is < 0 or > uint.MaxValue || low is < 0 or > uint.MaxValue || number is not (0 or 1))
        {
            throw new ArgumentException(
                $"A key's words are from 0 to {uint.MaxValue}, and its mode is 0 or 1; it can't be rebuilt from the words {high} and {low} and the mode {number}.");
        }

        return Key.FromWords((uint)high, (uint)low, (KeyMode)number).On(words.device);
    }

    private static Tensor Words(Key key) => tensor(new long[] { key.High, key.Low }, device: key.Device);

    private static Tensor Mode(Key key) => tensor((long)key.Mode);
}
