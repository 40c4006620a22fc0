using System.Reflection;
using System.Runtime.InteropServices;
using System.Text.RegularExpressions;
using TorchSharp.Interop;
using static TorchSharp.torch;

namespace TorchSharp.Lite.Tests.Functions;

/// <summary>
/// An operator is a name and a list of arguments, and no compiler checks either against libtorch. These tests do.
/// </summary>
public partial class OperatorNameTests
{
    [Fact]
    public void EveryOperatorThatTheSourceNamesExists()
    {
        var names = Directory.EnumerateFiles(Path.Combine(Root(), "src", "TorchSharp.Lite"), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains("/obj/", StringComparison.Ordinal))
            .SelectMany(file => OperatorName().Matches(File.ReadAllText(file)))
            .Select(match => match.Groups[1].Value)
            .Distinct()
            .ToList();

        Assert.InRange(names.Count, 400, 2000);
        var unknown = names.Where(name => !Op.Exists(name)).ToList();
        Assert.True(unknown.Count == 0, "Not operators of this libtorch: " + string.Join(", ", unknown));
    }

    [Fact]
    public void AnUnknownOperatorIsSeen()
    {
        Assert.True(Op.Exists("add.Tensor"));
        Assert.False(Op.Exists("add.tensor"));
        Assert.False(Op.Exists("no_such_operator"));
    }

    /// <summary>
    /// Calls every method there is with arguments made up for its signature. Most calls make no sense, and libtorch says so;
    /// what must not come back is that an argument had another kind than the operator's schema has there.
    /// </summary>
    [Fact]
    public void NoMethodGivesItsOperatorArgumentsOfAnotherKind()
    {
        var types = new[] { typeof(torch), typeof(Tensor), typeof(nn.functional), typeof(linalg), typeof(special) };
        var methods = types.SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly))
            .Where(method => !method.IsGenericMethod && !method.ReturnType.IsByRefLike && !Skipped.Contains(method.Name))
            .Where(method => method.GetParameters().All(parameter => CanMake(parameter.ParameterType)))
            .ToList();

        var wrong = new List<string>();
        foreach (var method in methods)
        {
            using var scope = NewDisposeScope();
            try
            {
                method.Invoke(method.IsStatic ? null : Example(), [.. method.GetParameters().Select(parameter => Make(parameter.ParameterType, parameter.Name!))]);
            }
            catch (TargetInvocationException e) when (e.InnerException is ExternalException libtorch)
            {
                if (KindMismatch().IsMatch(libtorch.Message)) wrong.Add($"{method}: {libtorch.Message.Split('\n')[0]}");
            }
            catch (TargetInvocationException e) when (e.InnerException is ArgumentException or InvalidOperationException or NotSupportedException or IndexOutOfRangeException)
            {
            }
        }

        Assert.InRange(methods.Count, 900, 5000);
        Assert.True(wrong.Count == 0, string.Join("\n", wrong));
    }

    // What changes the process, or takes spans, which reflection can't pass.
    private static readonly HashSet<string> Skipped =
    [
        "Dispose", "DecoupleFromNativeHandle", "UnsafeCreateTensor", "NewDisposeScope", "backward", "MoveToOuterDisposeScope",
        "set_num_threads", "set_num_interop_threads", "set_default_dtype", "set_rng_state", "manual_seed", "no_grad", "enable_grad",
        "set_grad_enabled", "inference_mode", "WrappedTensorDisposeScope", "set_TensorStringStyle", "InitializeDevice", "InitializeDeviceType",
    ];

    private static Tensor Example() => eye(3) + 1;

    private static bool CanMake(Type type) => !type.IsByRefLike && !type.IsByRef && Make(type, "") is not NoValue;

    private static object? Make(Type type, string name) => Nullable.GetUnderlyingType(type) is { } inner ? Make(inner, name)
        : type == typeof(Tensor) ? name is "index" or "indices" ? arange(3).unsqueeze(0) : name is "mask" or "condition" ? eye(3).@bool() : Example()
        : type == typeof(Scalar) ? 2.ToScalar()
        : type == typeof(long) ? 1L
        : type == typeof(int) ? 1
        : type == typeof(double) ? 0.5
        : type == typeof(float) ? 0.5f
        : type == typeof(bool) ? false
        : type == typeof(long[]) ? new long[] { 0, 1 }
        : type == typeof(ScalarType) ? ScalarType.Float32
        : type == typeof(Device) ? CPU
        : type == typeof(Generator) ? null
        : type == typeof(string) ? "ij,jk->ik"
        : type == typeof((long, long)) ? (0L, 1L)
        : type == typeof((long, long, long)) ? (0L, 1L, 1L)
        : type == typeof(Size) ? new Size([3L, 1])
        : type.IsEnum ? Enum.GetValues(type).GetValue(0)
        : type == typeof(Tensor[]) || type == typeof(IList<Tensor>) || type == typeof(IEnumerable<Tensor>) ? new[] { Example(), Example() }
        : new NoValue();

    private sealed class NoValue;

    private static string Root()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "JaxNet.sln"))) folder = Path.GetDirectoryName(folder)!;
        return folder;
    }

    [GeneratedRegex("(?:Op\\.\\w+|New|NewRandom|Spreads?|Nd|Window)\\((?:[^\"\\n]*\\? )?\"(\\w+(?:\\.\\w+)?)\"")]
    private static partial Regex OperatorName();

    [GeneratedRegex("INTERNAL ASSERT|needs an argument|takes \\d+ arguments|unknown argument|^Expected \\w+ but got \\w+")]
    private static partial Regex KindMismatch();
}
