namespace JaxNet;

/// <summary>
/// What an optimizer makes of each element of a leaf, in one step: the constants of the step are its fields. Implementations
/// ask to be inlined: as a call, a formula would keep its numbers in memory and not in registers.
/// </summary>
internal interface IFormula
{
    /// <summary>How many slots it uses: the first ones of three.</summary>
    static abstract int SlotCount { get; }

    /// <summary>
    /// Whether subnormal numbers in the slots may as well be zeros, and so are. An average whose gradients have ended in zeros, as those of a rectifier that is
    /// never positive again, decays to one and stays there, by its last digit's rounding.
    /// </summary>
    bool FlushesSlots { get; }

    /// <summary>Updates a parameter, and the numbers that are kept beside it.</summary>
    void Update<T>(ref T parameter, T gradient, ref T slot0, ref T slot1, ref T slot2)
        where T : struct, IElements<T>;
}
