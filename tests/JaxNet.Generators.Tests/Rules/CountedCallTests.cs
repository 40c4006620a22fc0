using JaxNet.Generators.Tests.Driver;

namespace JaxNet.Generators.Tests.Rules;

/// <summary>JXN0020: calls of a loop that a round may have from another one.</summary>
public sealed class CountedCallTests
{
    [Fact]
    public void JXN0020_says_which_condition() => Rule.Reports(
        "JXN0020",
        "'Dense(x, 8)' has the parameters of the calls in this loop one after the other, whichever rounds make them, so that a round gets those of another one " +
        "where 'CurrentMode == Mode.Eval || keep[i]' turns out otherwise than at Init; write 'Layer layer = Dense(...);' before that, which every round makes, and call it here",
        InF("for (var i = 0; i < 4; i++) if (CurrentMode == Mode.Eval || keep[i]) x = x + [|Dense(x, 8)|]; return x;"));

    [Fact]
    public void JXN0020_of_a_parameter() => Rule.Reports(
        "JXN0020",
        "'Parameter([], Initializers.Ones(), \"scale\")' has the parameters of the calls in this loop one after the other, whichever rounds make them, so that a round gets those of another one " +
        "where 'x.sum().item<float>() > 0' turns out otherwise than at Init; ask for it before that, in every round",
        InF("while (x.numel() < n) x = x.sum().item<float>() > 0 ? x * [|Parameter([], Initializers.Ones(), \"scale\")|] : x + 1; return x;"));

    [Theory]
    [InlineData("for (var i = 0; i < n; i++) { if (CurrentMode != Mode.Eval && !keep[i]) continue; x = [|Dense(x, 8)|]; } return x;")]
    [InlineData("for (var i = 0; i < n; i++) { var train = CurrentMode == Mode.Train; if (!train || keep[i]) { x = Relu(x); } else x = [|Dense(x, 8)|]; } return x;")]
    [InlineData("for (var i = 0; i < n; i++) { var skip = CurrentMode == Mode.Train && keep[i]; if (!skip) x = [|Dense(x, 8)|]; } return x;")]
    [InlineData("for (var i = 0; i < n; i++) switch (i + x.sum().item<float>()) { case 3: x = [|Dense(x, 8)|]; break; } return x;")]
    [InlineData("for (var i = 0; i < n; i++) x = x.sum().item<float>() switch { > 3 => [|Dense(x, 8)|], _ => x }; return x;")]
    [InlineData("for (var i = 0; i < n; i++) { for (var j = 0; j < n; j++) { x = [|Dense(x, 8)|]; if (x.sum().item<float>() > j) break; } } return x;")]
    [InlineData("for (var i = 0; i < n; i++) if (CurrentMode == Mode.Eval || keep[i]) for (var j = 0; j < n; j++) x = [|Dense(x, 8)|]; return x;")]
    [InlineData("for (var i = 0; i < n; i++) if (Random.Shared.Next() > 3) x = [|Dense(x, 8)|]; return x;")]
    [InlineData("for (var i = 0; i < n; i++) if (CurrentMode == Mode.Eval || keep[i]) x = [|Sequential(x, Dense(8), Relu)|]; return x;")]
    [InlineData("for (var i = 0; i < n; i++) if (CurrentMode == Mode.Eval || keep[i]) { Layer layer = [|Dense(8)|]; x = layer(x); } return x;")]
    [InlineData("for (var i = 0; i < n; i++) { Layer layer = CurrentMode == Mode.Eval || keep[i] ? [|Dense(8)|] : Relu; x = layer(x); } return x;")]
    [InlineData("for (var i = 0; i < n; i++) if (CurrentMode == Mode.Eval || keep[i]) x = [|Kept(x, 8)|]; return x;")]
    [InlineData("for (var i = 0; i < n; i++) if (CurrentMode == Mode.Eval || keep[i]) x = Scan([|SimpleCell(8)|], zeros(8), x).Outputs; return x;")]
    public void JXN0020_wherever_they_stand(string statements) => Rule.ReportsEach("JXN0020", InF(statements));

    [Theory]
    [InlineData("for (var i = 0; i < n; i++) { Layer layer = Dense(8); if (CurrentMode == Mode.Eval || keep[i]) x = layer(x); } return x;")]
    [InlineData("if (CurrentMode == Mode.Eval || keep[0]) for (var i = 0; i < n; i++) x = Dense(x, 8); return x;")]
    [InlineData("for (var i = 0; i < n; i++) if (keep[i]) x = Dense(x, 8); return x;")]
    [InlineData("for (var i = 0; i < n; i++) if (CurrentMode == Mode.Train) x = Dense(x, 8); return x;")]
    [InlineData("for (var i = 0; i < n; i++) { var train = CurrentMode == Mode.Train; if (train) x = Dense(x, 8); } return x;")]
    [InlineData("for (var i = 0; i < n; i++) { var y = Relu(x); x = y.shape[^1] == 8 && y.dim() > i ? y : Dense(y, 8); } return x;")]
    [InlineData("for (var i = 0; i < n; i++) { x = Dense(x, 8); if (x.sum().item<float>() > i) break; } return x;")]
    [InlineData("for (var i = 0; i < n; i++) { if (x.sum().item<float>() > i) return x; x = Dense(x, 8); } return x;")]
    [InlineData("for (var i = 0; i < n; i++) { x = Dense(x, 8); if (x.sum().item<float>() > i) continue; x = Relu(x); } return x;")]
    [InlineData("for (var i = 0; i < n; i++) if (CurrentMode == Mode.Eval || keep[i]) x = Relu(Dropout(x, 0.5)); return x;")]
    [InlineData("for (var i = 0; i < n; i++) if (CurrentMode == Mode.Eval || keep[i]) x = One(x); return x;")]
    [InlineData("Layer layer = Dense(8); for (var i = 0; i < n; i++) if (CurrentMode == Mode.Eval || keep[i]) x = layer(x); return x;")]
    [InlineData("var all = new Dictionary<string, Tensor>(); foreach (var name in new[] { \"a\", \"b\" }) if (CurrentMode == Mode.Eval || keep[name.Length]) all[name] = Dense(x, 8); return x;")]
    [InlineData("if (x.sum().item<float>() > 0) x = Dense(x, 8); return x;")]
    public void JXN0020_is_silent_where_each_round_has_its_own(string statements) => Rule.IsSilent(InF(statements));

    private static string InF(string statements) => Source.InNet($$"""
        [Parametrized] public static partial Tensor One(Tensor x) => Dense(x, 8);
        [Parametrized] public static partial Tensor Kept(Tensor x, long n) => x - State(zeros(n), "mean").Value;
        [Parametrized] public static partial (Tensor Carry, Tensor Output) SimpleCell(Tensor carry, Tensor x, long n) => (Dense(carry, n) + x, carry);
        [Parametrized] public static partial Tensor F(Tensor x, int n, bool[] keep) { {{statements}} }
        """);
}
