using System.Collections.Immutable;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using JaxNet.Generators.Tests.Driver;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Emit;

namespace JaxNet.Generators.Tests.Running;

/// <summary>
/// An edit of a body while the program runs: what changes in generated code are bodies of methods, and the compiler makes an update of them.
/// </summary>
public sealed class HotReloadTests
{
    private static readonly Guid s_localSlots = new("755F52A8-91C5-45BE-B4B8-209571E552BD");
    private static readonly Guid s_lambdas = new("A643004C-0240-496F-A783-30D64F4979DE");

    private const string Body = """
        [Parametrized]
        public static partial Tensor F(Tensor x, long width = 3)
        {
            var kernel = Parameter([x.shape[^1], width], Initializers.Ones(), "kernel");
            Layer dense = Dense(width);
            for (var i = 0; i < 2; i++)
                x = Sequential(x.matmul(kernel), dense, y => y * 2);

            return Dropped(x);
        }

        [Parametrized]
        public static partial Tensor Dropped(Tensor x) => x * RandomKey().Bernoulli(0.5, x.shape).@float();
        """;

    [Theory]
    [InlineData("y => y * 2", "y => y * 3", "F FInit FApply")]
    [InlineData("i < 2", "i < 3 && width > 1", "F FInit FApply")]
    [InlineData("return Dropped(x);", "x = x + 1;\n    var z = x.relu();\n    return Dropped(z);", "F FInit FApply")]
    [InlineData("Bernoulli(0.5, x.shape)", "Bernoulli(0.9, x.shape)", "Dropped DroppedInit DroppedApply")]
    [InlineData("Initializers.Ones(), \"kernel\"", "Initializers.Zeros(), \"kernel\"", "F FInit")]
    public void An_edit_of_a_body_updates_three_methods(string before, string after, string updated)
    {
        var project = Project.Of(("Net.cs", Source.InNet(Body)));
        var old = Lenient(project.Run().AssertClean().Compilation);
        var edited = Lenient(project.Edit("Net.cs", before, after).Run().AssertClean().Compilation);

        var methods = MethodsOf(old);
        var changed = MethodsOf(edited).Where(pair => BodyOf(pair.Value) != BodyOf(methods[pair.Key])).ToList();
        Assert.Equal(updated.Split(' ').Order(), changed.Select(pair => pair.Value.Name).Order());
        Assert.Equal(methods.Keys.Order(), MethodsOf(edited).Keys.Order());

        var (update, names) = EmitUpdate(old, edited, changed.Select(pair => Update(methods[pair.Key], pair.Value)));
        Assert.Empty(update.Diagnostics.Where(message => message.Severity == DiagnosticSeverity.Error));
        Assert.True(update.Success);
        Assert.Equal(updated.Split(' ').Order(), names.Where(name => !name.StartsWith('<')).Order());
    }

    [Fact]
    public void An_edit_of_a_comment_updates_nothing()
    {
        var project = Project.Of(("Net.cs", Source.InNet(Body)));
        var old = project.Run().Files;
        Assert.Equal(old, project.Edit("Net.cs", "return Dropped(x);", "return Dropped(x); // At last.").Run().Files);
    }

    /// <summary>A new layer is a new member of the Params: types change, and that takes a new start.</summary>
    [Fact]
    public void A_new_parameter_adds_members()
    {
        var project = Project.Of(("Net.cs", Source.InNet(Body)));
        var old = MethodsOf(project.Run().Compilation).Keys;
        var edited = MethodsOf(project.Edit("Net.cs", "return Dropped(x);", "return Dropped(x) * Parameter([], Initializers.Ones(), \"gain\");").Run().AssertClean().Compilation).Keys;
        Assert.Equal(["M:Net.FParams.get_Gain~TorchSharp.torch.Tensor"], edited.Except(old).Where(id => id.Contains("get_", StringComparison.Ordinal)));
    }

    /// <returns>The result, and the names of the methods that it updates, those of lambdas included.</returns>
    private static (EmitDifferenceResult Result, IReadOnlyList<string> Updated) EmitUpdate(CSharpCompilation old, CSharpCompilation edited, IEnumerable<SemanticEdit> edits)
    {
        using var code = new MemoryStream();
        using var symbols = new MemoryStream();
        var emitted = old.Emit(code, symbols, options: new EmitOptions(debugInformationFormat: DebugInformationFormat.PortablePdb));
        Assert.True(emitted.Success, string.Join("\n", emitted.Diagnostics));

        symbols.Position = 0;
        using var provider = MetadataReaderProvider.FromPortablePdbStream(symbols);
        var reader = provider.GetMetadataReader();
        using var module = ModuleMetadata.CreateFromImage(code.ToArray().ToImmutableArray());
        var baseline = EmitBaseline.CreateInitialBaseline(
            old,
            module,
            method => DebugInformationOf(method, reader),
            method => reader.GetMethodDebugInformation(method.ToDebugInformationHandle()).LocalSignature,
            hasPortableDebugInformation: true);

        var update = edited.EmitDifference(baseline, edits, _ => false, new MemoryStream(), new MemoryStream(), new MemoryStream());
        var names = module.GetMetadataReader();
        return (update, [.. update.UpdatedMethods.Select(method => names.GetString(names.GetMethodDefinition(method).Name))]);
    }

    /// <summary>An update of a method, in which locals and lambdas are what they were: here the nth of a kind is the nth of that kind.</summary>
    private static SemanticEdit Update(IMethodSymbol old, IMethodSymbol edited)
    {
        var (before, after) = (NodesOf(old), NodesOf(edited));
        return new(SemanticEditKind.Update, old, edited, node => before[node.RawKind].ElementAtOrDefault(after[node.RawKind].ToList().IndexOf(node)), runtimeRudeEdit: null);

        static ILookup<int, SyntaxNode> NodesOf(IMethodSymbol method) =>
            method.DeclaringSyntaxReferences[0].GetSyntax().DescendantNodesAndSelf().ToLookup(node => node.RawKind);
    }

    /// <summary>Warnings have been judged, by suppressors too, which emitting doesn't ask.</summary>
    private static CSharpCompilation Lenient(CSharpCompilation compilation) =>
        compilation.WithOptions(compilation.Options.WithGeneralDiagnosticOption(ReportDiagnostic.Default));

    /// <summary>Where locals and lambdas of a method are, by which an update finds them again.</summary>
    private static EditAndContinueMethodDebugInformation DebugInformationOf(MethodDefinitionHandle method, MetadataReader reader)
    {
        return EditAndContinueMethodDebugInformation.Create(Blob(s_localSlots), Blob(s_lambdas));

        ImmutableArray<byte> Blob(Guid kind) => reader.GetCustomDebugInformation(method)
            .Select(reader.GetCustomDebugInformation)
            .Where(information => reader.GetGuid(information.Kind) == kind)
            .Select(information => reader.GetBlobBytes(information.Value).ToImmutableArray())
            .FirstOrDefault(ImmutableArray<byte>.Empty);
    }

    private static IReadOnlyDictionary<string, IMethodSymbol> MethodsOf(CSharpCompilation compilation)
    {
        var net = compilation.GetTypeByMetadataName("Net")!;
        return net.GetTypeMembers().Append(net)
            .SelectMany(type => type.GetMembers().OfType<IMethodSymbol>())
            .Where(method => !method.IsImplicitlyDeclared && method.DeclaringSyntaxReferences.Length > 0)
            .Select(method => method.PartialImplementationPart ?? method)
            .ToDictionary(method => $"{method.GetDocumentationCommentId()}~{method.ReturnType}");
    }

    /// <summary>A method without directives and comments, which say where it stands.</summary>
    private static string BodyOf(IMethodSymbol method) =>
        string.Join(' ', method.DeclaringSyntaxReferences[0].GetSyntax().DescendantTokens().Select(token => token.Text));
}
