using JaxNet.Generators.Model;

namespace JaxNet.Generators.Writing;

/// <summary>Opens and closes the surroundings of a template: usings, namespace and types.</summary>
internal static class DeclarationWriter
{
    public static void Usings(SourceWriter writer, DeclarationContext context)
    {
        foreach (var directive in context.Usings)
            writer.Line(directive);
    }

    /// <param name="fileScoped">Whether the file has one namespace, which then needs no braces.</param>
    public static void Open(SourceWriter writer, DeclarationContext context, bool fileScoped)
    {
        if (context.Namespace.Length > 0)
        {
            if (fileScoped)
            {
                writer.Line($"namespace {context.Namespace};");
                writer.Line();
            }
            else
            {
                writer.Open($"namespace {context.Namespace}");
            }

            foreach (var directive in context.NamespaceUsings)
                writer.Line(directive);

            if (context.NamespaceUsings.Count > 0)
                writer.Line();
        }

        foreach (var type in context.Types)
            writer.Open(type);
    }

    public static void Close(SourceWriter writer, DeclarationContext context, bool fileScoped)
    {
        foreach (var _ in context.Types)
            writer.Close();

        if (context.Namespace.Length > 0 && !fileScoped)
            writer.Close();
    }
}
