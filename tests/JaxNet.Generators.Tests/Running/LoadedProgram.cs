using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Runtime.Loader;
using JaxNet.Generators.Tests.Driver;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Emit;

namespace JaxNet.Generators.Tests.Running;

/// <summary>A user's project, compiled and loaded, that runs on the real engine.</summary>
internal sealed class LoadedProgram
{
    private readonly Assembly _assembly;
    private readonly byte[] _symbols;

    public LoadedProgram(Run run, params LoadedProgram[] references)
    {
        using var code = new MemoryStream();
        using var symbols = new MemoryStream();

        // Warnings have been judged; what a suppressor silences would stop Emit, which doesn't ask it.
        var compilation = run.AssertClean().Compilation;
        compilation = compilation.WithOptions(compilation.Options.WithGeneralDiagnosticOption(ReportDiagnostic.Default));
        var emitted = compilation.Emit(code, symbols, options: new EmitOptions(debugInformationFormat: DebugInformationFormat.PortablePdb));
        Assert.True(emitted.Success, string.Join("\n", emitted.Diagnostics));
        _symbols = symbols.ToArray();

        // Everything else, JaxNet and the engine too, is the test's own.
        var context = new AssemblyLoadContext(run.Compilation.AssemblyName, isCollectible: true);
        context.Resolving += (_, name) => references.Select(reference => reference._assembly).FirstOrDefault(other => other.GetName().Name == name.Name);
        (code.Position, symbols.Position) = (0, 0);
        _assembly = context.LoadFromStream(code, symbols);
    }

    /// <summary>A project of one file with the class <c>Net</c> and a class <c>Program</c>, whose <c>Run</c> has these statements.</summary>
    public static LoadedProgram Of(string netMembers, string statements, string type = "object") => new(Project.Of(("Net.cs", Source.InNet(netMembers) +
        $"public static class Program {{ public static {type} Run() {{ {statements} }} }}")).Run());

    /// <summary>Calls <c>Program.Run()</c>.</summary>
    public T Run<T>() => Call<T>("Program", "Run");

    /// <summary>Calls a static method without arguments.</summary>
    public T Call<T>(string type, string method) => (T)_assembly.GetType(type)!.GetMethod(method)!.Invoke(null, BindingFlags.DoNotWrapExceptions, null, [], null)!;

    /// <summary>Where a debugger can stop in the methods of this name, and in the functions inside of them.</summary>
    public IReadOnlyList<SourceRange> SequencePoints(string method)
    {
        using var provider = MetadataReaderProvider.FromPortablePdbStream(new MemoryStream(_symbols));
        var reader = provider.GetMetadataReader();
        return
        [
            .. reader.MethodDebugInformation
                .Where(handle => NameOf(_assembly.ManifestModule.ResolveMethod(MetadataTokens.GetToken(handle.ToDefinitionHandle()))!) == method)
                .SelectMany(handle => reader.GetMethodDebugInformation(handle).GetSequencePoints())
                .Where(point => !point.IsHidden)
                .Select(point => new SourceRange(
                    reader.GetString(reader.GetDocument(point.Document).Name), point.StartLine, point.StartColumn, point.EndLine, point.EndColumn)),
        ];
    }

    /// <summary>The method around lambdas and local functions: <c>&lt;FApply&gt;b__0</c> is of <c>FApply</c>.</summary>
    private static string NameOf(MethodBase method) =>
        method.Name.StartsWith('<') ? method.Name[1..method.Name.IndexOf('>')] : method.Name;
}
