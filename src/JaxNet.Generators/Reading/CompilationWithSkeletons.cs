using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace JaxNet.Generators.Reading;

/// <summary>
/// A project's compilation together with the skeletons of its templates. An edit replaces a tree in that of the run before: the compiler then knows
/// the declarations of all other trees, where it would go through all skeletons if they were added anew.
/// </summary>
internal sealed class CompilationWithSkeletons
{
    // An edit makes a new compilation with the same options, which live as long as the project does.
    private static readonly ConditionalWeakTable<CompilationOptions, CompilationWithSkeletons> s_projects = new();

    private Run? _last;

    /// <param name="users">The user's compilation.</param>
    /// <param name="skeletons">A tree for each file with templates.</param>
    public static Compilation Of(Compilation users, HashSet<SyntaxTree> skeletons)
    {
        var project = s_projects.GetValue(users.Options, _ => new());
        var compilation = project._last is { } last && last.With(users, skeletons) is { } edited ? edited : users.AddSyntaxTrees(skeletons);

        // A clone has the trees and their declarations, and nothing of what will be bound.
        project._last = new(users.AssemblyName, users.ExternalReferences, [.. users.SyntaxTrees], skeletons, compilation.Clone());
        return compilation;
    }

    private sealed record Run(
        string? AssemblyName, ImmutableArray<MetadataReference> References, ImmutableArray<SyntaxTree> Trees, HashSet<SyntaxTree> Skeletons, Compilation Compilation)
    {
        // Nobody types into more files at once. Other changes are rare.
        private const int MostEdits = 8;

        /// <returns>Null if more has changed than the text of some files.</returns>
        public Compilation? With(Compilation users, HashSet<SyntaxTree> skeletons)
        {
            if (users.AssemblyName != AssemblyName || !users.ExternalReferences.SequenceEqual(References) || !skeletons.SetEquals(Skeletons))
                return null;

            var now = users.SyntaxTrees.ToList();
            if (now.Count != Trees.Length)
                return null;

            var edited = Enumerable.Range(0, now.Count).Where(i => now[i] != Trees[i]).ToList();

            // A tree that was elsewhere before is no edit: files came or went.
            if (edited.Count > MostEdits || edited.Any(i => Trees.Contains(now[i])))
                return null;

            return edited.Aggregate(Compilation, (compilation, i) => compilation.ReplaceSyntaxTree(Trees[i], now[i]));
        }
    }
}
