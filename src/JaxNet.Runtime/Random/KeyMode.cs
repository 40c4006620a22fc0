namespace JaxNet;

/// <summary>How the bits of a <see cref="Key"/>'s draws are laid out: JAX has two ways, and they give different numbers.</summary>
public enum KeyMode
{
    /// <summary>
    /// JAX's layout until version 0.5 (<c>jax_threefry_partitionable=False</c>): a draw of n words hashes the counters
    /// 0 to n-1 as pairs (i, i + n/2), so that each hash gives two words. JAXnet's published numbers are of this mode.
    /// </summary>
    Original,

    /// <summary>
    /// JAX's layout since version 0.5 (<c>jax_threefry_partitionable=True</c>): element i of a draw depends on the
    /// 64-bit counter i alone. So a longer draw starts with the shorter one, and <c>key.Split(n)[i] == key.FoldIn(i)</c>.
    /// </summary>
    Partitionable,
}
