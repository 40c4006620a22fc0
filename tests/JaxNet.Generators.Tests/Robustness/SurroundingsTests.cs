using System.Text;
using JaxNet.Generators.Tests.Driver;
using JaxNet.Generators.Tests.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace JaxNet.Generators.Tests.Robustness;

/// <summary>Names, types and files around templates that could get in the way of generated code.</summary>
public sealed class SurroundingsTests
{
    [Theory]
    [InlineData("Key")]
    [InlineData("Params")]
    [InlineData("Module")]
    [InlineData("Mode")]
    [InlineData("Slot")]
    [InlineData("ITree")]
    [InlineData("InitScope")]
    [InlineData("TemplateAttribute")]
    [InlineData("Template")]
    [InlineData("Layers")]
    [InlineData("System")]
    public void User_types_that_are_named_like_ours(string name)
    {
        const string template = "[Parametrized] public static partial Tensor F(Tensor x, long n) => JaxNet.Layers.Dense(x, n);";
        Project.Of(("User.cs", $"{Source.Usings}namespace Own; internal class {name} {{ }}\npublic static partial class Net {{ {template} }}")).Run().AssertClean();
        Project.Of(("User.cs", $"{Source.Usings}public static partial class Net {{ private class {name} {{ }}\n {template.Replace("JaxNet.Layers", "global::JaxNet.Layers")} }}")).Run().AssertClean();
    }

    [Theory]
    [InlineData("Key")]
    [InlineData("Mode")]
    [InlineData("Layers")]
    [InlineData("Tensor")]
    public void User_members_that_are_named_like_our_types(string name)
    {
        Rule.IsSilent(Source.InNet($"private static int {name} => 3; [Parametrized] public static partial torch.Tensor F(torch.Tensor x) => Dense(x, {name}) + Sequential(x, Dense(3));"));
        Rule.IsSilent(Source.InNet($"private static int {name}() => 3; [Parametrized] public static partial torch.Tensor F(torch.Tensor x, torch.Tensor y) => Dense(x, {name}());"));
    }

    /// <summary>What is generated for them is named like a type of the runtime: <c>RunningState</c>, <c>LayerModule</c>.</summary>
    [Theory]
    [InlineData("Running", "RunningBatchNorm(x)")]
    [InlineData("Layer", "Dense(x, 3)")]
    [InlineData("Layer<T>", "Dense(x, 3)")]
    [InlineData("LayerList", "Sequential(x, Dense(3))")]
    [InlineData("NamedLayers", "Dense(x, 3)")]
    public void Templates_that_are_named_like_our_types(string name, string value)
    {
        var template = $"[Parametrized] public static partial Tensor {name}(Tensor x) => {value};";
        const string others = """
            [Parametrized] public static partial Tensor List(Tensor x, params Layer[] layers) { foreach (var layer in layers) x = layer(x); return x; }
            [Parametrized] public static partial Tensor Single(Tensor x, Layer layer) => RunningBatchNorm(layer(x));
            [Parametrized] public static partial Tensor Named(Tensor x, IReadOnlyDictionary<string, Layer> layers) => layers["a"](x);
            [Parametrized] public static partial Tensor Calls(Tensor x) => List(x, Dense(3)) + Named(x, new Dictionary<string, Layer> { ["a"] = Dense(3) });
            """;
        Rule.IsSilent(Source.InNet(template));
        Rule.IsSilent(Source.InNet(template + others));
        Rule.IsSilent(Source.InNet($"{template} public static partial class Inner {{ {others} public static void {name}() {{ }} }}"));
        Rule.IsSilent($"{Source.Usings}public partial class Base {{ {template} }} public partial class Net : Base {{ {others} }}");
        Rule.IsSilent($"using static Base; {Source.Usings}public static partial class Base {{ {template} }} public static partial class Net {{ {others} }}");
    }

    [Theory]
    [InlineData("Obsolete(\"use \\\"Net\\\"\")", "CS0618")]
    [InlineData("Obsolete", "CS0612")]
    [InlineData("System.Obsolete(\"x\", false, DiagnosticId = \"OLD1\", UrlFormat = null)", "OLD1")]
    [InlineData("System.Diagnostics.CodeAnalysis.Experimental(\"NEW1\")", "NEW1")]
    public void Who_calls_a_factory_is_warned_as_who_calls_its_template(string attribute, string id)
    {
        var nets = Source.InNet($"""
            [{attribute}] [Parametrized] public static partial Tensor Old(Tensor x) => Dense(x, 3);
            [{attribute}] [Parametrized] public static partial Tensor Around(Tensor x, Layer layer, long n) => layer(Dense(x, n));
            #pragma warning disable {id}
            [Parametrized] public static partial Tensor Uses(Tensor x) => Around(x, Old(), 3) + Sequential(x, Around(Dense(3), 4), Around(Relu, 3));
            """);
        Project.Of(("Nets.cs", nets)).Run().AssertClean();
        var run = Project.Of(("Nets.cs", nets), ("User.cs", "static class User { static object A() => Net.Old(); static object B() => Net.Around(JaxNet.Layers.Dense(3), 3); static object C() => Net.Around(JaxNet.Layers.Relu, 3); }")).Run();
        Assert.Equal([(id, "User.cs"), (id, "User.cs"), (id, "User.cs")], run.CompilerMessages.Select(message => (message.Id, message.Location.GetLineSpan().Path)));
    }

    [Fact]
    public void A_factory_says_of_its_parameters_what_the_template_says()
    {
        var run = Rule.IsSilent(Source.InNet("""
            /// <summary>A net.</summary>
            /// <param name="x">The input.</param>
            /// <param name="layer">
            /// A layer,
            ///   <see cref="Dense(Tensor, long, Initializer, Initializer)"/> for <paramref name="x"/>.
            /// </param>
            /// <param name="n">How wide.</param>
            /// <typeparam name="T">Nothing.</typeparam>
            /// <returns>A tensor.</returns>
            /// <exception cref="ArgumentException">Sometimes.</exception>
            [Parametrized] public static partial Tensor F<T>(Tensor x, Layer layer, long n) => layer(Dense(x, n));
            /**
             * <summary>A net.</summary>
             * <param name="n">How
             * wide.</param>
             */
            [Parametrized] public static partial Tensor G(Tensor x, long n) => Dense(x, n);
            """));
        var wanted = new[]
        {
            ("F", "name 'n'", "How wide."), ("F", "name 'T'", "Nothing."), ("F", "cref 'T:System.ArgumentException'", "Sometimes."), ("F", "name 'layer'", "for"), ("G", "name 'n'", "wide."),
        };
        foreach (var (name, element, text) in wanted)
        {
            var factories = run.Compilation.GetTypeByMetadataName("Net")!.GetMembers(name).OfType<IMethodSymbol>().Where(method => method.Parameters.All(parameter => parameter.Name != "x")).ToList();
            Assert.Equal(name == "F" ? 2 : 1, factories.Count);
            Assert.All(factories, factory =>
            {
                var comment = System.Xml.Linq.XElement.Parse(factory.GetDocumentationCommentXml()!);
                var found = Assert.Single(comment.Elements(), part => part.FirstAttribute is { } attribute && $"{attribute.Name} '{attribute.Value}'" == element);
                Assert.Contains(text, found.Value);
                Assert.DoesNotContain(comment.Elements(), part => (string?)part.Attribute("name") == "x");
                Assert.Equal("The module.", comment.Element("returns")!.Value);
            });
        }
    }

    [Theory]
    [InlineData("key")]
    [InlineData("mode")]
    [InlineData("reuse")]
    [InlineData("parameters")]
    [InlineData("scope")]
    [InlineData("builder")]
    [InlineData("slot")]
    [InlineData("inputs")]
    [InlineData("output")]
    [InlineData("found")]
    [InlineData("@class")]
    [InlineData("@scope")]
    [InlineData("Name")]
    [InlineData("Item1")]
    [InlineData("Item2")]
    [InlineData("Rest")]
    [InlineData("ToString")]
    public void Inputs_that_are_named_like_our_arguments(string name)
    {
        Rule.IsSilent(Source.InNet($"[Parametrized] public static partial Tensor F(Tensor {name}) => Dense({name}, 3);"));
        Rule.IsSilent(Source.InNet($"[Parametrized] public static partial Tensor F(Tensor x, Tensor {name}, Tensor y, long n) => Dense({name}, n) + y;"));
        if (name is "Name" or "ToString")
            return;

        Rule.IsSilent(Source.InNet($"[Parametrized] public static partial Tensor F(Tensor x, params Layer[] {name}) => Sequential(x, {name});"));
        Rule.IsSilent(Source.InNet($"[Parametrized] public static partial Tensor F(Tensor x, params Layer[] {name}) {{ foreach (var layer in {name}) x = layer(x); return x; }}"));
    }

    [Theory]
    [InlineData("scoped in long n")]
    [InlineData("in long n")]
    public void Hyperparameters_by_reference(string parameter) => Rule.IsSilent(Source.InNet($"[Parametrized] public static partial Tensor F(Tensor x, {parameter}) => Dense(x, n);"));

    [Fact]
    public void Names_that_are_keywords() => Rule.IsSilent(Source.InNet("""
        private static readonly DenseModule @base = Dense(3);
        [Parametrized] public static partial Tensor Named(Tensor x, IReadOnlyDictionary<string, Layer> @params) => @params["a"](x);
        [Parametrized] public static partial Tensor Verbatim(Tensor x, IReadOnlyDictionary<string, Layer> @heads) => heads["a"](x);
        [Parametrized] public static partial Tensor List(Tensor x, params Layer[] @params) { foreach (var @ref in @params) x = @ref(x); return x; }
        [Parametrized] public static partial Tensor Single(Tensor x, Layer @in) => @in(x);
        [Parametrized] public static partial Tensor F(Tensor x)
        {
            var @out = Named(x, new Dictionary<string, Layer> { ["a"] = Dense(3) }) + Verbatim(x, new Dictionary<string, Layer> { ["a"] = Dense(3) });
            Layer @int = @base;
            return @int(List(@out, Dense(3), Relu) + Single(x, Dense(3))) + Sequential(x, @base, Relu);
        }
        """));

    [Theory]
    [InlineData("class", "Class")]
    [InlineData("equals", "Equals_")]
    [InlineData("template_name", "TemplateName_")]
    [InlineData("update_kernel", "UpdateKernel")]
    [InlineData("build", "Build_")]
    [InlineData("f_params", "FParams_")]
    [InlineData("f_builder", "FBuilder_")]
    [InlineData("layers", "Layers")]
    [InlineData("dense_layers", "DenseLayers")]
    [InlineData("sequential_layers", "SequentialLayers")]
    [InlineData("mode", "Mode")]
    [InlineData("tensor", "Tensor")]
    [InlineData("i_tree", "ITree")]
    [InlineData("params", "Params")]
    [InlineData("größe", "Größe")]
    public void Names_of_parameters(string name, string member)
    {
        var run = Rule.IsSilent(Source.InNet(
            $"[Parametrized] public static partial Tensor G(Tensor x) => x * Parameter([], Initializers.Ones()); " +
            $"[Parametrized] public static partial Tensor F(Tensor x) => G(x) * Parameter([], Initializers.Ones(), \"{name}\") + Sequential(x, Dense(3), G());"));
        Assert.Contains($" Tensor {member} {{ get; init; }}", run.File("Net.F.g.cs"));
    }

    [Fact]
    public void Names_that_clash_with_type_parameters()
    {
        var run = Rule.IsSilent(Source.InNet("[Parametrized] public static partial Tensor F(Tensor x, Layer inner) => inner(x) * Parameter([], Initializers.Ones(), \"p1\");"));
        Assert.Contains(" Tensor P1_ { get; init; }", run.File("Net.F.g.cs"));
    }

    [Fact]
    public void Names_that_clash_with_numbered_ones()
    {
        var run = Rule.IsSilent(Source.Body("var w = Parameter([], Initializers.Ones(), \"dense0\"); return Dense(x, 3) + Dense(x, 4) + w;"));
        Assert.Contains(" Tensor Dense0 { get; init; }", run.File("Net.F.g.cs"));
        Assert.Contains(" Layers.DenseParams Dense1 { get; init; }", run.File("Net.F.g.cs"));
        Assert.Contains(" Layers.DenseParams Dense2 { get; init; }", run.File("Net.F.g.cs"));
    }

    [Fact]
    public void Keywords_as_names() => Rule.IsSilent(Source.Usings + """
        namespace @namespace.@new;

        public static partial class @class
        {
            [Parametrized]
            public static partial Tensor @static(Tensor @in, long @out = 3) => Dense(@in, @out);

            [Parametrized]
            public static partial Tensor @new(Tensor @in) => @static(@in) + Sequential(@in, @static(), @class.@static(3));
        }
        """);

    [Fact]
    public void Overloads_of_a_template() => Rule.IsSilent(Source.InNet("""
        [Parametrized] public static partial Tensor F(Tensor x, long n) => Dense(x, n);
        [Parametrized] public static partial Tensor F(Tensor x, string text) => x * text.Length;
        [Parametrized] public static partial Tensor F(Tensor x, long n, string text) => F(F(x, n), text);
        [Parametrized] public static partial Tensor G(Tensor x) => Sequential(x, F(3), F("a"), F(3, "a"));
        """));

    [Fact]
    public void Overloads_in_two_files() => Project.Of(
        ("A.cs", Source.InNet("[Parametrized] public static partial Tensor F(Tensor x, long n) => Dense(x, n);")),
        ("B.cs", Source.InNet("[Parametrized] public static partial Tensor F(Tensor x, string text) => F(x, text.Length);"))).Run().AssertClean();

    [Fact]
    public void A_template_that_is_named_like_the_second_overload() => Rule.IsSilent(Source.InNet("""
        [Parametrized] public static partial Tensor F(Tensor x, long n) => Dense(x, n);
        [Parametrized] public static partial Tensor F(Tensor x, string text) => x * text.Length;
        [Parametrized] public static partial Tensor F2(Tensor x, long n) => Dense(x, n);
        """));

    [Fact]
    public void Names_that_differ_in_case() => Rule.IsSilent(Source.InNet("""
        [Parametrized] public static partial Tensor Net1(Tensor x) => Dense(x, 3);
        [Parametrized] public static partial Tensor net1(Tensor x) => Net1(x);
        """) + "public static partial class NET { [Parametrized] public static partial Tensor Net1(Tensor x) => Dense(x, 3); }");

    [Fact]
    public void One_class_in_two_files_with_other_usings() => Project.Of(
        ("A.cs", "using T = TorchSharp.torch.Tensor; public static partial class Net { [JaxNet.Parametrized] public static partial T A(T x) => B(x); }"),
        ("B.cs", Source.InNet("[Parametrized] public static partial Tensor B(Tensor x) => Dense(x, 3);"))).Run().AssertClean();

    [Fact]
    public void Classes_of_one_name_in_two_namespaces() => Project.Of(
        ("A.cs", Source.Usings + "namespace A; public static partial class Net { [Parametrized] public static partial Tensor F(Tensor x, long n) => Dense(x, n); }"),
        ("B.cs", Source.Usings + "namespace B; public static partial class Net { [Parametrized] public static partial Tensor F(Tensor x) => A.Net.F(x, 3) + Sequential(x, A.Net.F(3)); }"))
        .Run().AssertClean();

    [Fact]
    public void A_class_named_like_its_namespace() => Project.Of(
        ("A.cs", Source.Usings + "namespace Net { public static partial class Net { [Parametrized] public static partial Tensor F(Tensor x, long n) => Dense(x, n); } }"),
        ("B.cs", Source.Usings + "namespace Net.More { public static partial class User { [Parametrized] public static partial Tensor G(Tensor x) => Net.F(x, 3); } }"),
        ("C.cs", Source.Usings + "using static Net.Net; namespace Other { public static partial class User { [Parametrized] public static partial Tensor G(Tensor x) => F(x, 3); } }"))
        .Run().AssertClean();

    /// <summary>From there <c>JaxNet.Layers</c> is another class, or none.</summary>
    [Theory]
    [InlineData("namespace Contoso.JaxNet; public static partial class Layers { [Parametrized] public static partial Tensor Net(Tensor x) => Dense(x, 2) + Sequential(x, Dense(2)); }")]
    [InlineData("namespace A.B.JaxNet { public static partial class Nets { [Parametrized] public static partial Tensor Net(Tensor x) => Dense(x, 2) + Sequential(x, Dense(2)); } } public static class Layers { }")]
    public void A_namespace_that_ends_like_ours(string source) => Rule.IsSilent(Source.Usings + source);

    /// <summary>Without a <c>using</c> the shortest name of a type begins at its namespace, of which there is another one nearer.</summary>
    [Theory]
    [InlineData("Tensor x", "var p = global::JaxNet.Primitives.Parameter(key => global::JaxNet.Layers.Dense(2).Init(key, x)); return global::JaxNet.Layers.Dense(2).Apply(p, x);")]
    [InlineData("Tensor x", "var s = global::JaxNet.Primitives.State(global::JaxNet.Layers.Dense(2).Init(new global::JaxNet.Key(0), x)); return global::JaxNet.Layers.Dense(2).Apply(s.Value, x);")]
    [InlineData("Tensor x, global::JaxNet.Layer<global::JaxNet.Layers.DenseParams, Tensor> read", "return read(global::JaxNet.Layers.Dense(2).Init(new global::JaxNet.Key(0), x));")]
    public void A_namespace_that_ends_like_ours_and_no_using(string parameters, string statements) => Rule.IsSilent(
        "using Tensor = TorchSharp.torch.Tensor; " +
        $"namespace Contoso.JaxNet {{ public static partial class Nets {{ [global::JaxNet.Parametrized] public static partial Tensor Net({parameters}) {{ {statements} }} }} }}");

    [Theory]
    [InlineData("", "unsafe static partial", "")]
    [InlineData("unsafe ", "static partial", "")]
    [InlineData("unsafe ", "static unsafe partial", ", long n")]
    public void Pointers_in_a_body(string type, string method, string hyperparameter) => Rule.IsSilent(Source.Usings +
        $"public static {type}partial class Outer {{ public static partial class Net {{ [Parametrized] public {method} Tensor F(Tensor x{hyperparameter}) {{ long width = 3; long* p = &width; return Dense(x, *p); }} }} }}");

    [Fact]
    public void A_nested_namespace_sees_the_outer_types_first() => Rule.IsSilent("""
        using JaxNet;
        namespace Outer
        {
            using Elsewhere;
            public enum Padding { Outer }
            namespace Inner
            {
                using static JaxNet.Layers;
                public static partial class Net
                {
                    [Parametrized]
                    public static partial TorchSharp.torch.Tensor F(TorchSharp.torch.Tensor x, Padding padding = Padding.Outer) => Dense(x, (long)padding);
                }
            }
        }
        namespace Elsewhere { public enum Padding { Elsewhere } }
        """);

    [Fact]
    public void A_public_template_that_calls_private_ones()
    {
        var run = Rule.IsSilent(Source.InNet("""
            [Parametrized] private static partial Tensor Hidden(Tensor x, long n) => Dense(x, n);
            [Parametrized] private static partial Tensor Single(Tensor x) => Dense(x, 3);
            [Parametrized] public static partial Tensor Seen(Tensor x) => Sequential(Single(Hidden(x, 3)), Hidden(4), Single());
            """));
        Assert.Contains("internal HiddenParams Hidden { get; init; }", run.File("Net.Seen.g.cs"));
    }

    [Fact]
    public void A_private_template_of_private_types() => Rule.IsSilent(Source.InNet("""
        private enum Padding { Same, Valid }
        [Parametrized] private static partial Tensor Hidden(Tensor x, Padding padding) => Dense(x, (long)padding);
        """));

    [Fact]
    public void Carriage_returns() => Rule.IsSilent(Source.Body("""
        var text = @"two
        lines";
        // A comment.
        var y = Dense(
            x,      // the input
            3);     /* and
        the width */

        return text.Length > 3 ? y : -y;
        """).ReplaceLineEndings("\r\n"));

    [Theory]
    [InlineData]
    [InlineData("WIDE")]
    public void Conditional_source(params string[] symbols) => Project.WithSymbols(symbols, ("Net.cs", Source.Body("""
        #region Body
        var y = Dense(x,
        #if WIDE
            1024
        #else
            32
        #endif
            );
        #pragma warning disable CS0219
        var unused = 3;
        #pragma warning restore CS0219
        #nullable disable
        string text = null;
        #endregion
        return text == null ? y : -y;
        """))).Run().AssertClean();

    [Theory]
    [InlineData("F.g.cs", "long width")]
    [InlineData("F.g.cs", "string width", "TEXT")]
    [InlineData("G.g.cs", "Tensor x", "TEXT", "MORE")]
    public void Conditional_templates(string file, string signature, params string[] symbols)
    {
        var run = Project.WithSymbols(
            symbols,
            ("A.cs", Source.Usings + """
                public static partial class Net
                {
                #if TEXT
                    [Parametrized]
                    public static partial Tensor F(Tensor x, string width) => Dense(x, width.Length);
                #if MORE
                    [Parametrized] public static partial Tensor G(Tensor x) => F(x, "abc");
                #endif
                #endif
                }
                """),
            ("B.cs", Source.Usings + """
                #if !TEXT
                public static partial class Net
                {
                    [Parametrized]
                    public static partial Tensor F(Tensor x, long width) => Dense(x, width);
                }
                #else
                static partial class Net
                {
                #if !MORE
                    public static int G => 3;
                #endif
                }
                #endif
                """)).Run().AssertClean();
        Assert.Contains(signature, run.File("Net." + file));
        Assert.Equal(symbols.Contains("MORE") ? 2 : 1, run.Files.Count);
    }

    [Fact]
    public void A_file_of_two_projects()
    {
        // An editor may give both projects the same tree.
        var shared = CSharpSyntaxTree.ParseText(
            SourceText.From(Source.InNet("[Parametrized] public static partial Tensor F(Tensor x) => Half(x, Settings.Value) + Sequential(x, Half(Settings.Value));"), Encoding.UTF8),
            Project.ParseOptions,
            "../Shared/Net.cs");
        var own = new[]
        {
            "internal static class Settings { public const long Value = 3; } static partial class Net { [Parametrized] public static partial Tensor Half(Tensor x, long width) => Dense(x, width); }",
            "internal static class Settings { public const double Value = 0.5; } static partial class Net { [Parametrized] public static partial Tensor Half(Tensor x, double by) => x * by; }",
        };

        var runs = own.Select(text => Project.Of(("Own.cs", Source.Usings + text)).Add(shared)).Select(project => project.Run().AssertClean()).ToList();
        Assert.Contains(" HalfParams Half { get; init; }", runs[0].File("Net.F.g.cs"));
        Assert.DoesNotContain("{ get; init; }", runs[1].File("Net.F.g.cs"));
        Assert.All(runs, run => Assert.Contains("\"../Shared/Net.cs\"", run.File("Net.F.g.cs")));
    }

    [Fact]
    public void Extern_aliases_and_global_usings() => Project.Of(
        ("Usings.cs", "global using JaxNet; global using static JaxNet.Layers; global using Pair = (TorchSharp.torch.Tensor A, TorchSharp.torch.Tensor B);"),
        ("Net.cs", "using static TorchSharp.torch; public static partial class Net { [Parametrized] public static partial Pair F(Pair pair) => (Dense(pair.A, 3), pair.B); }"))
        .Run().AssertClean();

    [Fact]
    public void Structs_records_and_classes_with_state() => Rule.IsSilent(Source.Usings + """
        public readonly partial record struct R(long Width)
        {
            [Parametrized] public static partial Tensor F(Tensor x) => Dense(x, 3);
        }
        public sealed partial class C : IDisposable
        {
            private static readonly long s_width = 3;
            public void Dispose() { }
            [Parametrized] public static partial Tensor F(Tensor x) => Dense(x, s_width);
        }
        public abstract partial record Base
        {
            [Parametrized] public static partial Tensor F(Tensor x) => Dense(x, 3);
        }
        public ref partial struct S
        {
            [Parametrized] public static partial Tensor F(Tensor x) => R.F(C.F(Base.F(x)));
        }
        """);

    [Theory]
    [InlineData("class")]
    [InlineData("struct")]
    [InlineData("notnull")]
    [InlineData("unmanaged, Enum")]
    [InlineData("class?, IComparable<T>, new()")]
    [InlineData("IEnumerable<Net<T>.Key>")]
    public void Constraints(string constraint) => Rule.IsSilent(Source.Usings + $$"""
        public partial class Net<T>
        {
            public sealed class Key { }
        }
        public static partial class Other
        {
            [Parametrized] public static partial Tensor F<T>(Tensor x, T? y = default) where T : {{constraint}} => Dense(x, y is null ? 3 : 4);
            [Parametrized] public static partial Tensor G<T, @class>(Tensor x, Layer inner, IReadOnlyDictionary<@class, T?>? y = null) where T : {{constraint}} where @class : notnull =>
                inner(F<T>(x));
            [Parametrized] public static partial Tensor H<T, U>(Tensor x, IReadOnlyDictionary<U, T?>? y) where T : {{constraint}} where U : notnull =>
                G<T, U>(x, F<T>(), y) + Sequential(x, G(F<T>(), y), Dense(3), G<T, U>(Relu));
        }
        """);

    [Fact]
    public void Overloads_by_value_and_by_reference() => Rule.Reports(
        "JXN0008",
        "The template 'F' needs the name 'F(int)', which 'Net' already has for something else; rename one of the two",
        Source.InNet("[Parametrized] public static partial Tensor F(Tensor x, int n) => Dense(x, n); [Parametrized] public static partial Tensor [|F|](Tensor x, in int n) => Dense(x, n);"),
        "CS0759");

    [Fact]
    public void Overloads_with_type_parameters() => Rule.IsSilent(Source.InNet("""
        [Parametrized] public static partial Tensor F<T>(Tensor x, T y) where T : struct => Dense(x, 3);
        [Parametrized] public static partial Tensor F<T>(Tensor x, T[] y) => F(x, y.Length);
        [Parametrized] public static partial Tensor F<T, U>(Tensor x, T y, U z) where T : class => F(x, new[] { (object?)y, z });
        [Parametrized] public static partial Tensor F(Tensor x, string y) => F<string, string>(x, y, y) + F(x, y, 3) + Sequential(x, F(3), F([1, 2]), F("a", 3));
        """));

    [Fact]
    public void Type_parameters_that_are_named_like_our_arguments() => Rule.IsSilent("#pragma warning disable CS8981\n" + Source.InNet("""
        [Parametrized] public static partial Tensor F<builder, parameters, scope, slot, inputs, denseIndex>(Tensor x, Tensor y) { foreach (var n in new[] { 1, 2 }) x = Dense(x, n); return x + y; }
        [Parametrized] public static partial Tensor G<key, mode, reuse, output, found, state>(Tensor x, Layer layer, long n) => RunningBatchNorm(layer(Dense(x, n)));
        """));

    [Fact]
    public void Type_parameters_that_are_named_like_ours() => Rule.IsSilent(Source.Usings + """
        public static partial class Net<P1, Params, T>
        {
            [Parametrized] public static partial Tensor F<P2, Key>(Tensor x, Layer inner, P1 a, P2 b, Key c, Params d) => inner(Dense(x, 3)) * Parameter([], Initializers.Ones(), "t");
            [Parametrized] public static partial Tensor G(Tensor x, P1 a, Params d) => F<T, int>(x, Dense(3), a, default!, 3, d);
        }
        """);

    [Fact]
    public void Generic_templates_of_another_assembly()
    {
        var library = Project.Library("Library", ("Blocks.cs", Source.Usings + """
            namespace Library;

            public partial interface IBlocks<T>
            {
                [Parametrized] public static partial Tensor Wide<U>(Tensor x, U y) where U : struct => Dense(x, 3);
                [Parametrized] public static partial Tensor Single<U>(Tensor x) => Dense(x, 3);
                [Parametrized] public static partial Tensor Around<U>(Tensor x, Layer inner, U y) => inner(x);
                [Parametrized] public static partial Tensor Named<U>(Tensor x, IReadOnlyDictionary<string, Layer> layers, U y) => layers["a"](x);
            }
            """)).Run().AssertClean();

        var run = Project.Of([library.Compilation.ToMetadataReference()], ("Net.cs", Source.Usings + """
            using Library;

            public static partial class Net
            {
                [Parametrized]
                public static partial Tensor F(Tensor x) =>
                    IBlocks<int>.Wide(x, 3) + IBlocks<string>.Single<int>(x) + IBlocks<string>.Single<long>(x) + IBlocks<int>.Around(x, Dense(3), "a") +
                    IBlocks<int>.Named(x, new Dictionary<string, Layer> { ["a"] = Dense(3) }, "b") +
                    Sequential(x, IBlocks<int>.Wide(3), IBlocks<string>.Single<int>(), IBlocks<int>.Around(IBlocks<int>.Wide(3L), 4));
            }
            """)).Run().AssertClean();
        Assert.Contains(" IBlocks<int>.AroundParams<string, Layers.DenseParams> Around { get; init; }", run.File("Net.F.g.cs"));
        Assert.Contains(" IBlocks<string>.SingleParams<long> Single1 { get; init; }", run.File("Net.F.g.cs"));
        Assert.Contains(" record NamedLayers : IBlocks<int>.NamedParams<string>", run.File("Net.F.g.cs"));
        Assert.Contains(" Layers.DenseParams A { get", run.File("Net.F.g.cs"));
    }

    [Fact]
    public void Params_as_inputs_and_outputs() => Project.Of(
        ("A.cs", Source.InNet("""
            [Parametrized] public static partial Tensor F(Tensor x) => Dense(x, 3);
            [Parametrized] public static partial Tensor Decay(FParams parameters) => parameters.Dense.Kernel.square().sum();
            [Parametrized] public static partial Layers.DenseParams Inner(FParams f) => f.Dense with { Bias = f.Dense.Bias * 2 };
            [Parametrized] public static partial FParams Copy(FParams f) { return f with { Dense = Inner(f) }; }
            """))).Run().AssertClean();

    [Fact]
    public void Modules_as_objects_in_a_body() => Rule.IsSilent(Source.InNet("""
        [Parametrized] public static partial Tensor Loss(Tensor x, Tensor y) => (Dense(x, 3) - y).sum();
        [Parametrized] public static partial Tensor F(Tensor x)
        {
            var loss = Loss();
            var parameters = loss.Init(new Key(0), x, x);
            return loss.Apply(parameters, x, x) + new LossModule().Apply(parameters, (x, x)) + parameters.Dense.Kernel.sum();
        }
        """));

    [Fact]
    public void Many_inputs() => Rule.IsSilent(Source.InNet("""
        [Parametrized] public static partial Tensor F(Tensor a, Tensor b, Tensor c, Tensor d, Tensor e, Tensor f, Tensor g, Tensor h, Tensor i) => Dense(a + i, 3);
        """));

    [Fact]
    public void Hyperparameters_of_all_kinds() => Rule.IsSilent(Source.InNet("""
        public enum Padding { Same, Valid }

        [Parametrized]
        public static partial Tensor F(
            Tensor x, int a = -1, float b = 1.5f, decimal c = 2m, char d = '\'', string e = "a\nb", bool f = true, Padding g = Padding.Valid,
            DateTime h = default, int? i = null, Func<Tensor, Tensor>? j = null, long[]? k = null, (int, string) l = default,
            object? m = null, [Hyperparameter] Tensor? n = null, Type? o = null, params long[] p) => Dense(x, p.Length);

        [Parametrized]
        public static partial Tensor G(Tensor x) => F(F(x), 3, p: [1, 2]) + Sequential(x, F(), F(3, 2f), F(p: 3));
        """));
}
