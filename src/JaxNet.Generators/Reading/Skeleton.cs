using System.Threading;
using JaxNet.Generators.Model;
using JaxNet.Generators.Writing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace JaxNet.Generators.Reading;

/// <summary>
/// The generated declarations of a file's templates, without bodies. Bodies are bound with it: without the factories,
/// <c>MyConv(32, 5)</c> would bind to the template, with 32 as its input tensor.
/// </summary>
internal static class Skeleton
{
    public static SyntaxTree Write(IEnumerable<TemplateSurface> surfaces, ParseOptions options, CancellationToken cancellation)
    {
        var writer = new SourceWriter();
        var first = true;
        writer.Directive("#nullable enable");
        foreach (var surface in surfaces)
        {
            if (first)
                DeclarationWriter.Usings(writer, surface.Context);

            first = false;
            DeclarationWriter.Open(writer, surface.Context, fileScoped: false);
            Write(writer, surface);
            DeclarationWriter.Close(writer, surface.Context, fileScoped: false);
        }

        return CSharpSyntaxTree.ParseText(writer.ToString(), (CSharpParseOptions)options, cancellationToken: cancellation);
    }

    private static void Write(SourceWriter writer, TemplateSurface surface)
    {
        var glue = surface.Context.Glue;
        var (module, parameters) = (surface.ModuleType, surface.ParamsType);
        writer.Line(Signatures.Definition(surface));
        if (surface.HasFactory)
            writer.Line($"{Signatures.FactoryPriority(surface)} {Signatures.Factory(surface)} => throw null!;");

        if (surface.HasFactory && Signatures.TypedFactory(surface) is { } typed)
            writer.Line($"{Signatures.TypedFactoryPriority(surface)} {typed} => throw null!;");

        writer.Line($"{surface.TypeAccessibility} record {parameters} : {glue["Params"]}{surface.Constraints} {{ public static {parameters} Empty => throw null!; }}");
        writer.Open($"{surface.TypeAccessibility} class {module} : {Signatures.ModuleBase(surface)}{surface.Constraints}");
        writer.Line($"public {surface.Prefix}Module({Signatures.KeptHyperparameterList(surface)}) {{ }}");
        if (TypedCalls.AreNeeded(surface))
        {
            // Whether it keeps state isn't known yet.
            var calls = new TypedCalls(surface, glue["RunningState"]);
            foreach (var (header, _) in new[] { calls.Init, calls.InitWithState, calls.Apply, calls.ApplyState, calls.ApplyFrom })
                writer.Line($"{header} => throw null!;");
        }

        foreach (var (header, _, _) in LayerProperties.Of(surface))
            writer.Line($"{header} => throw null!;");

        if (Signatures.LayerConversion(surface) is { } conversion)
            writer.Line($"{conversion} => throw null!;");

        if (surface.IsSingleton)
            writer.Line($"public static {module} Instance => throw null!;");

        writer.Close();
    }
}
