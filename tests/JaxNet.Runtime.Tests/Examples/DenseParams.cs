using static TorchSharp.torch;

namespace JaxNet.Tests.Examples;

// What the generator writes for a template with two parameters, written by hand, so that the runtime's tests don't
// depend on the generator.
public sealed record DenseParams : Params
{
    public required Tensor Kernel { get; init; }

    public required Tensor Bias { get; init; }

    public override string TemplateName => "Examples.Dense";

    public override void Visit(TreeVisitor visitor)
    {
        visitor.Child("kernel", Kernel);
        visitor.Child("bias", Bias);
    }

    public override ITree Rebuild(TreeRebuilder rebuilder) => new DenseParams
    {
        Kernel = rebuilder.Child(Kernel),
        Bias = rebuilder.Child(Bias),
    };

    public bool Equals(DenseParams? other) => base.Equals(other);

    public override int GetHashCode() => base.GetHashCode();
}
