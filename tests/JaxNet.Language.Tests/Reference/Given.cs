namespace JaxNet.Language.Tests.Reference;

/// <summary>What Apply is given beside parameters and inputs.</summary>
internal sealed class Given(Mode mode, Key key)
{
    private Key _chain = key;

    public Mode Mode => mode;

    /// <summary>The next link of the key chain: <c>chain, key = split(chain)</c>.</summary>
    public Key NextKey()
    {
        (_chain, var link) = _chain.Split();
        return link;
    }
}
