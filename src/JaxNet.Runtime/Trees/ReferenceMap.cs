namespace JaxNet;

/// <summary>
/// What was made of which object, by identity. Most trees have few nodes: for those a search through an array is
/// quicker than hashing; large ones get a dictionary.
/// </summary>
internal sealed class ReferenceMap<TValue>
{
    private const int SearchedCount = 16;

    private (object Key, TValue Value)[] _few = new (object, TValue)[SearchedCount / 4];
    private int _count;
    private Dictionary<object, TValue>? _many;

    public bool TryGet(object key, out TValue value)
    {
        if (_many is not null)
            return _many.TryGetValue(key, out value!);

        for (var i = 0; i < _count; i++)
        {
            if (ReferenceEquals(_few[i].Key, key))
            {
                value = _few[i].Value;
                return true;
            }
        }

        value = default!;
        return false;
    }

    /// <summary>Adds the object, unless it is there already.</summary>
    /// <returns>Whether it was new.</returns>
    public bool TryAdd(object key, TValue value)
    {
        if (_many is not null)
            return _many.TryAdd(key, value);

        if (TryGet(key, out _))
            return false;

        if (_count < SearchedCount)
        {
            if (_count == _few.Length)
                Array.Resize(ref _few, SearchedCount);

            _few[_count++] = (key, value);
            return true;
        }

        _many = new Dictionary<object, TValue>(ReferenceEqualityComparer.Instance);
        foreach (var (oldKey, oldValue) in _few)
            _many.Add(oldKey, oldValue);

        return _many.TryAdd(key, value);
    }
}
