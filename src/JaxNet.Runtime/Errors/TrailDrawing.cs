using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Runtime.InteropServices;
using System.Text;

namespace JaxNet;

/// <summary>Draws the modules that an exception came through, from the outermost to the one that threw.</summary>
internal static class TrailDrawing
{
    /// <summary>The drawing.</summary>
    /// <param name="error">The exception. Templates that call each other directly are read from its stack trace.</param>
    /// <param name="calls">The calls of modules and layers that it came out of, from the innermost on.</param>
    /// <returns>The lines, each after a line break; nothing where there is but one of JaxNet's layers, whose messages say it all.</returns>
    public static string Of(Exception error, IReadOnlyList<ModuleCall> calls)
    {
        var rows = new List<(string Name, string Inputs, string Line)>();
        ModuleCall? pending = null;
        string? entered = null;
        var next = calls.Count - 1;
        Enter();
        foreach (var frame in new StackTrace(error, fNeedFileInfo: true).GetFrames().Reverse())
        {
            if (MethodOf(frame) is not { } method)
                continue;

            if (method.Name.Contains(nameof(ILayerModule), StringComparison.Ordinal))
                Enter();
            else if (ModuleOf(method) is { } module)
                EnterModule(module);
            else if (TemplateOf(method) is { } template)
                EnterTemplate(template, LineOf(frame, method));
        }

        while (next >= 0)
            Enter();

        EnterModule(null);
        Add();
        return rows.Count > 1 || rows.Any(row => row.Line.Length > 0) || error is ExternalException ? Lines(rows) : "";

        // The next of the calls. What it is called is known better by the frame that follows.
        void Enter()
        {
            EnterModule(null);
            Add();
            if (next >= 0)
                pending = calls[next--];
        }

        // The template's own method follows, unless the compiler at run time has made one of both.
        void EnterModule(string? template)
        {
            if (entered is not null)
                Add(entered);

            entered = template;
        }

        void EnterTemplate(string template, string line)
        {
            if (entered == template)
                entered = null;

            EnterModule(null);
            Add(template, line);
        }

        void Add(string? template = null, string line = "")
        {
            if (pending is null && template is null)
                return;

            var position = pending?.Position is { } index ? $"{index}: " : "";
            var name = pending is { IsFunction: true } ? pending.Name : template ?? pending!.Name;
            rows.Add((new string(' ', 2 * rows.Count) + position + name, pending?.Inputs ?? "", line));
            pending = null;
        }
    }

    private static string Lines(List<(string Name, string Inputs, string Line)> rows)
    {
        var (names, inputs) = (rows.Max(row => row.Name.Length), rows.Max(row => row.Inputs.Length));
        var text = new StringBuilder();
        foreach (var row in rows)
            text.Append('\n').Append($"  {row.Name.PadRight(names)}  {row.Inputs.PadRight(inputs)}  {row.Line}".TrimEnd());

        return text.ToString();
    }

    /// <summary>The template of the generated module that a method belongs to: <c>Layers.Dense</c> for what calls <c>DenseInit</c> and <c>DenseApply</c>.</summary>
    private static string? ModuleOf(MethodBase method) =>
        method.Name is nameof(Module<,,>.Run) or nameof(Module<,,>.Initialize) && method.DeclaringType is { } module && module.IsSubclassOf(typeof(Module)) &&
        module.Name.Split('`')[0] is [.. var name, 'M', 'o', 'd', 'u', 'l', 'e'] && module.DeclaringType is { } type
            ? $"{type.Name.Split('`')[0]}.{name}"
            : null;

    /// <summary>The template that a method was compiled from: <c>Layers.Dense</c> for <c>DenseInit</c> and <c>DenseApply</c>.</summary>
    private static string? TemplateOf(MethodBase method)
    {
        var name = method.Name.EndsWith("Init", StringComparison.Ordinal) ? method.Name[..^"Init".Length]
            : method.Name.EndsWith("Apply", StringComparison.Ordinal) ? method.Name[..^"Apply".Length]
            : "";

        // The one that takes a slot only calls the module, in whose method the body is.
        var parameters = Array.ConvertAll(method.GetParameters(), parameter => parameter.ParameterType);
        return name.Length > 0 && method.DeclaringType is { } type && parameters.Any(typeof(ApplyScope).IsAssignableFrom) &&
            !(parameters[0].IsGenericType && parameters[0].GetGenericTypeDefinition() == typeof(Slot<>))
            ? $"{type.Name.Split('`')[0]}.{name}"
            : null;
    }

    /// <summary>The line in somebody's own template; of JaxNet's layers it would say nothing.</summary>
    private static string LineOf(StackFrame frame, MethodBase method) =>
        frame.GetFileName() is { } file && method.Module.Assembly != typeof(TrailDrawing).Assembly ? $"{Path.GetFileName(file)}:{frame.GetFileLineNumber()}" : "";

    [UnconditionalSuppressMessage("Trimming", "IL2026", Justification = "What was trimmed is left out of the drawing.")]
    private static MethodBase? MethodOf(StackFrame frame) => frame.GetMethod();
}
