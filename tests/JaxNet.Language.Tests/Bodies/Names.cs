using Aliased = TorchSharp.torch.Tensor;
using Linear = JaxNet.Layers;
using static JaxNet.Initializers;

namespace JaxNet.Language.Tests.Bodies
{
#pragma warning disable IDE0065 // That it stands inside is the point.
    using Numbers = System.Collections.Generic.List<TorchSharp.torch.Tensor>;

    /// <summary>Names that mean something else, and types around templates.</summary>
    public sealed partial class Names
    {
        [Parametrized]
        private static partial Aliased Aliases(Aliased x, Numbers others) => Linear.Dense(x, others.Count) + others[0];

        [Fact]
        public void Aliases_of_types() => Body.Of(Aliases(), (Body.X, new Numbers { ones(2), ones(2) })).Draws(Denses("dense", 3, 2)).Is((p, inputs) => Affine(inputs.Item1, p.Dense) + 1);

        [Parametrized]
        private static partial Tensor Unqualified(Tensor x) => x * Parameter([3], Ones(), "w") + Parameter([3], Constant(2), "v");

        [Fact]
        public void Initializers_by_using_static() => Body.Of(Unqualified()).Draws(One("w", 3), Leaf("v", Constant(2), 3)).Is((p, x) => x * p.W + p.V);

        [Parametrized]
        private static partial Tensor @class(Tensor @new, long @in = 2)
        {
            var @return = Dense(@new, @in);
            foreach (var @for in new long[] { 3 })
                @return = Dense(@return, @for);

            return @return * Parameter([3], Ones(), "while");
        }

        [Fact]
        public void Keywords() => Body.Of(@class(4)).Draws([.. Denses("dense0 dense1.0", 3, 4, 3), One("while", 3)]).Is((p, x) => Affine(x, p.Dense0, p.Dense1[0]) * p.While);

        [Parametrized]
        private static partial Tensor InKeywords(Tensor @this) => @class(@class(@this), @in: 1);

        [Fact]
        public void Members_that_are_named_after_keywords() => Body.Of(InKeywords())
            .Draws([.. Denses("class1.dense0 class1.dense1.0", 3, 2, 3), One("class1.while", 3), .. Denses("class0.dense0 class0.dense1.0", 3, 1, 3), One("class0.while", 3)])
            .Is((p, x) => new[] { p.Class1, p.Class0 }.Aggregate(x, (y, c) => Affine(y, c.Dense0, c.Dense1[0]) * c.While));

        [Parametrized]
        private static partial Tensor Reserved(Tensor key, Tensor mode, Tensor reuse, Tensor parameters, Tensor scope) => Dense(key, 3) + mode * reuse - parameters / scope;

        [Fact]
        public void Inputs_that_are_named_like_arguments() => Body.Of(Reserved(), (Body.X, tensor(2f), tensor(3f), tensor(4f), tensor(5f))).Draws(Denses("dense", 3, 3))
            .Is((p, inputs) => Affine(inputs.Item1, p.Dense) + 6 - 0.8);

        [Fact]
        public void Inputs_that_are_named_like_arguments_can_be_given_one_by_one()
        {
            var module = Reserved();
            var (x, one) = (Body.X, tensor(1f));
            var p = module.Init(new Key(0), x, one, one, one, one);
            Close.Check("Apply", Affine(x, p.Dense), module.Apply(p, x, one, one, one, one, new Key(3), Mode.Eval));
        }

        [Parametrized]
        private static partial Tensor InputKey(Tensor key, long mode) => Dense(key, mode) * key.sum();

        [Fact]
        public void One_input_that_is_named_key() => Body.Of(InputKey(2)).Draws(Denses("dense", 3, 2)).Is((p, x) => Affine(x, p.Dense) * x.sum());

        [Parametrized]
        private static partial Tensor Over(Tensor x, long n) => Dense(x, n);

        [Parametrized]
        private static partial Tensor Over(Tensor x, string name) => x * Parameter([name.Length], Ones(), "gamma");

        [Parametrized]
        private static partial Tensor Over(Tensor x, Tensor y, bool swap) => Over(Over(swap ? y : x, 3), "abc");

        [Fact]
        public void Overloads() => Body.Of(Over(true), (Body.X, Body.X * 2)).Draws([.. Denses("over1.dense", 3, 3), One("over0.gamma", 3)])
            .Is((p, inputs) => Affine(inputs.Item2, p.Over1.Dense) * p.Over0.Gamma);

        [Parametrized]
        private static partial Tensor ListedOverloads(Tensor x) => Sequential(x, Over(3), Over("abc"), Tanh);

        [Fact]
        public void Overloads_in_a_list() => Body.Of(ListedOverloads()).Draws([.. Denses("sequential.over0.dense", 3, 3), One("sequential.over1.gamma", 3)])
            .Is((p, x) => tanh(Affine(x, p.Sequential.Over0.Dense) * p.Sequential.Over1.Gamma));

        [Parametrized]
        private static partial Tensor Hidden(Tensor x, Secret secret) => Dense(x, secret.Width);

        private sealed record Secret(long Width);

        [Parametrized]
        public static partial Tensor Seen(Tensor x) => Within.Twice(x, 3);

        public static partial class Within
        {
            [Parametrized]
            public static partial Tensor Twice(Tensor x, long n) => Deeper.Leaf(Dense(x, n)) + Names.Over(x, n);

            internal static partial class Deeper
            {
                [Parametrized]
                internal static partial Tensor Leaf(Tensor x) => x * Parameter([x.shape[^1]], Ones(), "gamma");
            }
        }

        [Fact]
        public void A_private_type_as_a_hyperparameter() => Body.Of(Hidden(new Secret(2))).Draws(Denses("dense", 3, 2)).Is((p, x) => Affine(x, p.Dense));

        [Fact]
        public void Nested_types_and_private_templates_in_public_ones() => Body.Of(Seen())
            .Draws([.. Denses("twice.dense", 3, 3), One("twice.leaf.gamma", 3), .. Denses("twice.over.dense", 3, 3)])
            .Is((p, x) => Affine(x, p.Twice.Dense) * p.Twice.Leaf.Gamma + Affine(x, p.Twice.Over.Dense));

        [Parametrized]
        private static partial Tensor BothNets(Tensor x) => First.Net.Block(x, 3) * Second.Net.Block(x, 3) + Sequential(x, First.Net.Block(2), Second.Net.Block(3));

        [Fact]
        public void Templates_of_one_name_in_classes_of_one_name() => Body.Of(BothNets())
            .Draws([.. Denses("block0.dense", 3, 3), One("block1.gamma", 3), .. Denses("sequential.block0.dense", 3, 2), One("sequential.block1.gamma", 2)])
            .Is((p, x) => Affine(x, p.Block0.Dense) * (x * p.Block1.Gamma) + (Affine(x, p.Sequential.Block0.Dense) * p.Sequential.Block1.Gamma).sum(1, keepdim: true));
    }
}

namespace JaxNet.Language.Tests.First
{
    internal static partial class Net
    {
        [Parametrized]
        public static partial Tensor Block(Tensor x, long n) => Dense(x, n);
    }
}

namespace JaxNet.Language.Tests.Second
{
    internal static partial class Net
    {
        [Parametrized]
        public static partial Tensor Block(Tensor x, long n) => (x * Parameter([x.shape[^1]], Initializers.Ones(), "gamma")) is var y && n == y.shape[^1] ? y : y.sum(1, keepdim: true);
    }
}

namespace JaxNet.Language.Tests.Bodies
{
    /// <summary>A user's template hides a layer.</summary>
    public sealed partial class HiddenLayers
    {
        [Parametrized]
        private static partial Tensor Dense(Tensor x, Tensor y) => Layers.Dense(x, 2) + Layers.Dense(y, 2);

        [Fact]
        public void A_template_that_is_named_like_a_layer() => Body.Of(new DenseModule(), (Body.X, Body.X)).Draws([.. Denses("dense0", 3, 2), .. Denses("dense1", 3, 2)])
            .Is((p, inputs) => Affine(inputs.Item1, p.Dense0) + Affine(inputs.Item2, p.Dense1));
    }
}
