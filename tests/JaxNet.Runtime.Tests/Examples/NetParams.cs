namespace JaxNet.Tests.Examples;

// What the generator writes for a template with two layers and one that is only there under a condition.
public sealed record NetParams : Params
{
    public required DenseParams Dense0 { get; init; }

    public required DenseParams Dense1 { get; init; }

    public DenseParams? Extra { get; init; }

    public override string TemplateName => "Examples.Net";

    public override void Visit(TreeVisitor visitor)
    {
        visitor.Child("dense0", Dense0);
        visitor.Child("dense1", Dense1);
        visitor.Child("extra", Extra);
    }

    public override ITree Rebuild(TreeRebuilder rebuilder) => new NetParams
    {
        Dense0 = rebuilder.Child(Dense0),
        Dense1 = rebuilder.Child(Dense1),
        Extra = rebuilder.Child(Extra),
    };

    public bool Equals(NetParams? other) => base.Equals(other);

    public override int GetHashCode() => base.GetHashCode();
}
