namespace JaxNet;

/// <summary>A named part of a <see cref="RunningState"/>.</summary>
internal abstract class StateEntry(string name)
{
    public string Name => name;

    public abstract object Untyped { get; }

    public abstract void Visit(TreeVisitor visitor);

    public abstract StateEntry Rebuild(TreeRebuilder rebuilder);
}

/// <summary>A part of which the type is known, as trees are rebuilt by it.</summary>
internal sealed class StateEntry<T>(string name, T value) : StateEntry(name)
    where T : notnull
{
    public T Value => value;

    public override object Untyped => value;

    public override void Visit(TreeVisitor visitor) => visitor.Child(Name, value);

    public override StateEntry Rebuild(TreeRebuilder rebuilder) => new StateEntry<T>(Name, rebuilder.Child(value));
}
