using System.Collections;
using System.Globalization;
using System.Runtime.CompilerServices;

namespace JaxNet;

/// <summary>Reads and rebuilds the nodes of trees, whatever their kind.</summary>
internal static class TreeNodes
{
    /// <summary>Shows each child of a node to a visitor.</summary>
    public static void Visit<T>(T node, TreeVisitor visitor)
    {
        switch (node)
        {
            case ITree tree:
                tree.Visit(visitor);
                break;

            case Key key:
                KeyNode.Visit(key, visitor);
                break;

            case ITuple tuple:
                for (var i = 0; i < tuple.Length; i++)
                    visitor.Child(NameOf(i), tuple[i]);

                break;

            case IDictionary dictionary:
                foreach (var key in KeysOf(dictionary))
                    visitor.Child(key, dictionary[key]);

                break;

            case IList list and not Array { Rank: > 1 }:
                for (var i = 0; i < list.Count; i++)
                    visitor.Child(NameOf(i), list[i]);

                break;

            default:
                throw NotATree(node!.GetType());
        }
    }

    /// <summary>Makes a node of the same type with other children.</summary>
    /// <typeparam name="T">What the node stands as.</typeparam>
    public static T Rebuild<T>(T node, TreeRebuilder rebuilder) =>
        RebuildObject(node!, rebuilder) is T rebuilt ? rebuilt : throw NotRebuildable(node!.GetType());

    private static object RebuildObject(object node, TreeRebuilder rebuilder)
    {
        if (node is ITree tree)
            return tree.Rebuild(rebuilder);

        if (node is Key key)
            return KeyNode.Rebuild(key, rebuilder);

        if (node is Array { Rank: 1 } array)
        {
            var copy = (Array)array.Clone();
            for (var i = 0; i < copy.Length; i++)
                copy.SetValue(rebuilder.Child(array.GetValue(i)), i);

            return copy;
        }

        if (node is ITuple { Length: 0 })
            return node;

        return TreeKinds.Find(node) is { } kind
            ? kind.Rebuild(node, rebuilder)
            : throw (node is ITuple or IList or IDictionary ? NotRegistered(node) : NotATree(node.GetType()));
    }

    /// <summary>The keys in ordinal order: that of an immutable dictionary is another one in each process.</summary>
    public static string[] KeysOf(IDictionary dictionary)
    {
        var keys = new string[dictionary.Count];
        var i = 0;
        foreach (var key in dictionary.Keys)
        {
            keys[i++] = key as string ?? throw new NotSupportedException(
                $"{NameOf(dictionary.GetType())} is not a tree: the keys of a dictionary of tensors have to be strings, as they become part of paths.");
        }

        Array.Sort(keys, StringComparer.Ordinal);
        return keys;
    }

    /// <summary>A type's name as one writes it in C#.</summary>
    public static string NameOf(Type type)
    {
        if (!type.IsGenericType)
            return type.Name;

        var arguments = string.Join(", ", type.GetGenericArguments().Select(NameOf));
        return type.Name.StartsWith("ValueTuple`", StringComparison.Ordinal)
            ? $"({arguments})"
            : $"{type.Name.Split('`')[0]}<{arguments}>";
    }

    private static string NameOf(int index) => index.ToString(CultureInfo.InvariantCulture);

    private static NotSupportedException NotATree(Type type) => new(
        $"{NameOf(type)} is not a tree. Trees are tensors, Params records and other types that implement ITree, random keys, tuples, " +
        "arrays, lists and dictionaries with string keys of them, and null. Make the type implement ITree, or give its tensors one by one.");

    private static NotSupportedException NotRegistered(object node)
    {
        var type = node.GetType();
        var arguments = type.GetGenericArguments().Select(NameOf).ToArray();
        var register = node switch
        {
            ITuple when arguments.Length <= 7 && type.IsValueType => $"Tree.RegisterTuple<{string.Join(", ", arguments)}>()",
            IDictionary when arguments.Length == 2 => $"Tree.RegisterDictionary<{arguments[1]}>()",
            IList when arguments.Length == 1 => $"Tree.RegisterList<{arguments[0]}>()",
            _ => null,
        };

        return register is null ? NotRebuildable(type) : new NotSupportedException(
            $"{NameOf(type)} can't be rebuilt yet: JaxNet uses no reflection, so the code that makes one has to be compiled " +
            $"for its type. Call {register} once, at the start of the program.");
    }

    private static NotSupportedException NotRebuildable(Type type) => new(
        $"{NameOf(type)} can be read as a tree, but not rebuilt. Use a value tuple of up to 7 items, an array, a List, an " +
        "immutable array, list or dictionary, or a type that implements ITree.");
}
