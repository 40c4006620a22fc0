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

    /// <param name="fileScoped">Whether the file has nothing else in it, and so needs no braces around a single namespace.</param>
    public static void Open(SourceWriter writer, DeclarationContext context, bool fileScoped)
    {
        foreach (var declaration in context.Namespaces)
        {
            if (IsFileScoped(context, fileScoped))
            {
                writer.Line($"namespace {declaration.Name};");
                writer.Line();
            }
            else
            {
                writer.Open($"namespace {declaration.Name}");
            }

            foreach (var directive in declaration.Usings)
                writer.Line(directive);

            if (declaration.Usings.Count > 0)
                writer.Line();
        }

        foreach (var type in context.Types)
            writer.Open(type);
    }

    public static void Close(SourceWriter writer, DeclarationContext context, bool fileScoped)
    {
        var namespaces = IsFileScoped(context, fileScoped) ? 0 : context.Namespaces.Count;
        for (var i = 0; i < context.Types.Count + namespaces; i++)
            writer.Close();
    }

    private static bool IsFileScoped(DeclarationContext context, bool fileScoped) => fileScoped && context.Namespaces.Count == 1;
}
