namespace JaxNet;

/// <summary>All but what a mask selects.</summary>
internal sealed class OtherMask(Mask mask) : Mask
{
    public override string ToString() => $"!{mask}";

    internal override bool[] Of(MaskedTree tree) => Array.ConvertAll(mask.Of(tree), isSelected => !isSelected);
}
