using System.Text;
using TorchSharp;
using static TorchSharp.torch;

namespace JaxNet;

/// <summary>
/// Trees in files: parameters, complete optimizer states, keys, or all of them in one tuple. The files are in the safetensors format,
/// with the leaves' paths as names, and Python reads them. Loading one runs no code out of it.
/// </summary>
public static partial class Checkpoint
{
    private const int BufferBytes = 1 << 16;

    /// <summary>Writes a tree to a file. The file is replaced as a whole: if that fails, whatever was there before still is.</summary>
    /// <remarks>
    /// A tensor that stands in several places is stored once; the other places are listed in the file's metadata. A state that
    /// has been saved, like one that anybody has looked into, is copied once by the next <see cref="Optimizer.Step{TParams, TInputs}"/> on it.
    /// </remarks>
    /// <typeparam name="T">The tree's type.</typeparam>
    /// <param name="path">The file; by custom its name ends in <c>.safetensors</c>.</param>
    /// <param name="tree">The tree.</param>
    /// <param name="metadata">Texts to store beside it, for <see cref="Inspect"/> to show. Names that start with <c>jaxnet.</c> are JaxNet's own.</param>
    /// <exception cref="CheckpointException">
    /// Two leaves have the same path, or one has a type of elements that the format doesn't know.
    /// </exception>
    /// <exception cref="NotSupportedException">Something in the tree is neither a tensor nor a tree.</exception>
    /// <exception cref="IOException">The file can't be written, or the disk is full.</exception>
    public static void Save<T>(string path, T tree, IReadOnlyDictionary<string, string>? metadata = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        try
        {
            var layout = new CheckpointLayout(path, tree, metadata ?? new Dictionary<string, string>());
            AtomicFile.Write(path, layout.Write);
        }
        catch (Exception error) when (DisposedTensor.Explain(error))
        {
            throw;
        }

        GC.KeepAlive(tree);
    }

    /// <summary>Reads a tree from a file.</summary>
    /// <remarks>
    /// The result is built like <paramref name="like"/>: its leaves have the same paths, shapes, types of elements and devices, and what is
    /// shared in it is shared in the result. The file has to provide exactly that, or nothing is loaded, and the exception
    /// lists all that doesn't fit.
    /// </remarks>
    /// <typeparam name="T">The tree's type.</typeparam>
    /// <param name="path">The file.</param>
    /// <param name="like">A tree of the same structure: new parameters from <c>Init</c>, or an optimizer's first state. It stays as it is.</param>
    /// <param name="partial">
    /// Whether to take what there is: leaves that the file lacks are those of <paramref name="like"/>, and what else is in the file is ignored.
    /// What is in both still has to have the same shape and type.
    /// </param>
    /// <param name="rename">
    /// Gives the path in the tree for each name in the file; null for what is to be left out. Null renames nothing.
    /// </param>
    /// <returns>The tree; its tensors belong to the caller.</returns>
    /// <exception cref="CheckpointException">The file is damaged, or doesn't fit the tree.</exception>
    /// <exception cref="NotSupportedException">Something in the tree is neither a tensor nor a tree, or can't be rebuilt.</exception>
    /// <exception cref="IOException">The file isn't there, or can't be read.</exception>
    public static T Load<T>(string path, T like, bool partial = false, Func<string, string?>? rename = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        using var stream = Open(path);
        return Load(stream, path, like, partial, rename);
    }

    /// <inheritdoc cref="Load{T}(string, T, bool, Func{string, string?})"/>
    public static (T1, T2) Load<T1, T2>(string path, (T1, T2) like, bool partial = false, Func<string, string?>? rename = null)
    {
        Tree.RegisterTuple<T1, T2>();
        return Load<(T1, T2)>(path, like, partial, rename);
    }

    /// <inheritdoc cref="Load{T}(string, T, bool, Func{string, string?})"/>
    public static (T1, T2, T3) Load<T1, T2, T3>(string path, (T1, T2, T3) like, bool partial = false, Func<string, string?>? rename = null)
    {
        Tree.RegisterTuple<T1, T2, T3>();
        return Load<(T1, T2, T3)>(path, like, partial, rename);
    }

    /// <inheritdoc cref="Load{T}(string, T, bool, Func{string, string?})"/>
    public static (T1, T2, T3, T4) Load<T1, T2, T3, T4>(
        string path, (T1, T2, T3, T4) like, bool partial = false, Func<string, string?>? rename = null)
    {
        Tree.RegisterTuple<T1, T2, T3, T4>();
        return Load<(T1, T2, T3, T4)>(path, like, partial, rename);
    }

    /// <inheritdoc cref="Load{T}(string, T, bool, Func{string, string?})"/>
    public static (T1, T2, T3, T4, T5) Load<T1, T2, T3, T4, T5>(
        string path, (T1, T2, T3, T4, T5) like, bool partial = false, Func<string, string?>? rename = null)
    {
        Tree.RegisterTuple<T1, T2, T3, T4, T5>();
        return Load<(T1, T2, T3, T4, T5)>(path, like, partial, rename);
    }

    /// <inheritdoc cref="Load{T}(string, T, bool, Func{string, string?})"/>
    public static (T1, T2, T3, T4, T5, T6) Load<T1, T2, T3, T4, T5, T6>(
        string path, (T1, T2, T3, T4, T5, T6) like, bool partial = false, Func<string, string?>? rename = null)
    {
        Tree.RegisterTuple<T1, T2, T3, T4, T5, T6>();
        return Load<(T1, T2, T3, T4, T5, T6)>(path, like, partial, rename);
    }

    /// <inheritdoc cref="Load{T}(string, T, bool, Func{string, string?})"/>
    public static (T1, T2, T3, T4, T5, T6, T7) Load<T1, T2, T3, T4, T5, T6, T7>(
        string path, (T1, T2, T3, T4, T5, T6, T7) like, bool partial = false, Func<string, string?>? rename = null)
    {
        Tree.RegisterTuple<T1, T2, T3, T4, T5, T6, T7>();
        return Load<(T1, T2, T3, T4, T5, T6, T7)>(path, like, partial, rename);
    }

    /// <summary>Looks at a file without reading the numbers in it.</summary>
    /// <param name="path">The file.</param>
    /// <returns>The names, shapes and types of its tensors, and its metadata.</returns>
    /// <exception cref="CheckpointException">The file is damaged.</exception>
    /// <exception cref="IOException">The file isn't there, or can't be read.</exception>
    public static CheckpointInfo Inspect(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        using var stream = Open(path);
        return HeaderReader.Read(stream, path);
    }

    internal static T Load<T>(Stream stream, string file, T like, bool partial, Func<string, string?>? rename)
    {
        var info = HeaderReader.Read(stream, file);
        var fit = new CheckpointFit(file, info, TreePlaces.Of(like), partial, rename);

        MemoryBudget.CollectIfDue();
        using var temporaries = NewDisposeScope();
        var leaves = ReadLeaves(stream, file, info, fit);
        T result;
        try
        {
            result = new TreeFiller(leaves).Child(like);
        }
        catch (ArgumentException exception)
        {
            throw new CheckpointException(file, $"what is in it doesn't make the tree it should be. {exception.Message}", exception);
        }

        Tree.MoveToOuter(temporaries, result);
        MemoryBudget.Count(result);
        GC.KeepAlive(like);
        return result;
    }

    private static Tensor[] ReadLeaves(Stream stream, string file, CheckpointInfo info, CheckpointFit fit)
    {
        var leaves = new Tensor[fit.Leaves.Count];

        // In the file's order: it is read from front to back.
        foreach (var place in Enumerable.Range(0, leaves.Length).OrderBy(place => fit.Leaves[place].Stored?.Start))
        {
            var (like, stored) = fit.Leaves[place];
            if (stored is null)
            {
                leaves[place] = like;
                continue;
            }

            try
            {
                stream.Position = info.DataStart + stored.Start;
                leaves[place] = TensorBytes.Read(stream, stored, like.device);
            }
            catch (EndOfStreamException exception)
            {
                throw new CheckpointException(file, "the file became shorter while it was read.", exception);
            }
            catch (InvalidDataException exception)
            {
                throw new CheckpointException(file, $"{SafeText.Of(stored.Name)} has truth values that are neither 0 nor 1.", exception);
            }
        }

        return leaves;
    }

    private static FileStream Open(string path) => new(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, BufferBytes);
}
