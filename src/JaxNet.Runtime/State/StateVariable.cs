using static TorchSharp.torch;

namespace JaxNet;

/// <summary>
/// A value that a template keeps from one application to the next. Only the body that asked for it, by
/// <see cref="Primitives.State"/>, changes it; outside, the old state stays what it was.
/// </summary>
/// <typeparam name="T">A tensor or a tree.</typeparam>
public sealed class StateVariable<T> : IStateVariable
    where T : notnull
{
    private readonly string _path;
    private readonly T _first;
    private readonly bool _isNew;
    private T _value;
    private bool _wasSet;

    internal StateVariable(string path, T value, bool isNew) => (_path, _first, _value, _isNew) = (path, value, value, isNew);

    /// <summary>
    /// The value: at first that of the last application, or the initial one. What it is set to comes out of this application, without a
    /// gradient: what is computed from it later doesn't lead back into this application.
    /// </summary>
    /// <exception cref="ArgumentException">It is set to a tensor of another shape, or to a tree of another structure.</exception>
    public T Value
    {
        get => _value;
        set
        {
            ArgumentNullException.ThrowIfNull(value);
            StateShapes.Check(_path, _value, value, "was set to a value that differs");
            (_value, _wasSet) = (Own(value), true);
        }
    }

    /// <summary>New tensor objects on the same numbers: one tensor in two variables would else make one variable of them.</summary>
    internal static T Own(T value) => Tree.Map(value, leaf => leaf.detach().DetachFromDisposeScope());

    void IStateVariable.CopyValue()
    {
        if (_wasSet || _isNew)
            _value = Tree.Map(_value, leaf => leaf.clone().DetachFromDisposeScope());
    }

    StateEntry IStateVariable.ToEntry(string name, bool first) => new StateEntry<T>(name, first ? _first : _value);
}

/// <summary>A variable of any type.</summary>
internal interface IStateVariable
{
    /// <summary>Gives what it was set to, or starts with, memory of its own.</summary>
    void CopyValue();

    /// <param name="name">The name under which it is kept.</param>
    /// <param name="first">Whether it keeps the value that it had at first, as after Init.</param>
    StateEntry ToEntry(string name, bool first);
}
