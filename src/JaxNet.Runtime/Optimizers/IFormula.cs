namespace JaxNet;

/// <summary>
/// What an optimizer makes of each element of a leaf, in one step: the constants of the step are its fields. Implementations
/// ask to be inlined: as a call, a formula would keep its numbers in memory and not in registers.
/// </summary>
internal interface IFormula
{
    /// <summary>How many slots it uses: the first ones of three.</summary>
    static abstract int SlotCount { get; }

    /// <summary>Updates a parameter, and the numbers that are kept beside it.</summary>
    void Update<T>(ref T parameter, T gradient, ref T slot0, ref T slot1, ref T slot2)
        where T : struct, IElements<T>;
}
