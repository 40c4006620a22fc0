namespace JaxNet;

/// <summary>Two masks, leaf by leaf.</summary>
internal sealed class CombinedMask(Mask left, Mask right, string symbol, Func<bool, bool, bool> combine) : Mask
{
    public override string ToString() => $"({left} {symbol} {right})";

    internal override bool[] Of(MaskedTree tree) => [.. left.Of(tree).Zip(right.Of(tree), combine)];
}
