using Microsoft.CodeAnalysis;

namespace JaxNet.Generators.Reading;

/// <summary>
/// A file with templates, as a step of the pipeline: it is equal to its former self for as long as neither the file
/// nor any declaration or option of the compilation has changed, and then it isn't read again.
/// </summary>
internal sealed class FileToRead(SyntaxTree tree, ulong allHash, CompilationOptions options, Lazy<BindingContext> context) : IEquatable<FileToRead>
{
    private Lazy<BindingContext>? _context = context;

    public SyntaxTree Tree => tree;

    public CompilationOptions Options => options;

    /// <summary>The hash of all declarations of the compilation, and of what it refers to.</summary>
    public ulong AllHash => allHash;

    /// <summary>What to bind with. Can be taken once: a step that the pipeline remembers must not keep a compilation alive.</summary>
    public BindingContext TakeContext()
    {
        var context = _context ?? throw new InvalidOperationException("A file is read once.");
        _context = null;
        return context.Value;
    }

    public bool Equals(FileToRead? other) => other is not null && tree == other.Tree && allHash == other.AllHash && options.Equals(other.Options);

    public override bool Equals(object? obj) => Equals(obj as FileToRead);

    public override int GetHashCode() => unchecked((tree.GetHashCode() * 31) + allHash.GetHashCode());
}
