using JaxNet.Generators.Tests.Driver;

namespace JaxNet.Generators.Tests.Rules;

/// <summary>JXN0015: inputs and parameters that are changed in place.</summary>
public sealed class InPlaceTests
{
    [Theory]
    [InlineData("return [|x.add_(1)|];", "'x.add_(1)' changes the input 'x' in place, which belongs to whoever called the template; use the result of 'add' instead, or take a 'clone()' first")]
    [InlineData("var w = Parameter([3], Initializers.Ones(), \"kernel\"); [|w.mul_(2)|]; return x * w;", "'w.mul_(2)' changes the parameter 'kernel' in place, which belongs to whoever called the template; use the result of 'mul' instead, or take a 'clone()' first")]
    [InlineData("[|x[0] = ones(3)|]; return x;", "'x[0] = ones(3)' changes the input 'x' in place, which belongs to whoever called the template; write to a 'clone()' of it")]
    [InlineData("return [|nn.functional.relu(x, inplace: true)|];", "'nn.functional.relu(x, inplace: true)' changes the input 'x' in place, which belongs to whoever called the template; leave 'inplace' out, and use the result")]
    public void JXN0015_says_what_to_do(string statements, string message) => Rule.Reports("JXN0015", message, Source.Body(statements));

    [Theory]
    [InlineData("var y = x; [|y.add_(1)|]; return x;")]
    [InlineData("var y = x.reshape(-1); [|y.add_(1)|]; return x;")]
    [InlineData("[|x.transpose(0, 1).add_(1)|]; return x;")]
    [InlineData("[|x[0].add_(1)|]; [|x[TensorIndex.Slice(1, 3)].zero_()|]; return x;")]
    [InlineData("var y = [|[|x.add_(1)|].mul_(2)|]; return y;")]
    [InlineData("var (a, b) = (x, x + 1); [|a.add_(1)|]; b.add_(1); return a;")]
    [InlineData("var y = x.dim() > 1 ? x.view(-1) : x + 1; return [|y.add_(1)|];")]
    [InlineData("Tensor y = x + 1; if (x.dim() > 1) y = x; return [|y.add_(1)|];")]
    [InlineData("var y = x + 1; for (var i = 0; i < 3; i++) { [|y.add_(1)|]; y = x; } return y;")]
    [InlineData("[|Parameter([3], Initializers.Ones()).add_(1)|]; return x;")]
    [InlineData("var (a, b) = Parameter(key => (ones(3), ones(3))); [|b.add_(1)|]; return x * a;")]
    [InlineData("foreach (var part in x.unbind(0)) [|part.add_(1)|]; return x;")]
    [InlineData("[|x.split(2)[0].add_(1)|]; return x;")]
    [InlineData("var s = State(zeros(3), \"s\"); [|s.Value.add_(1)|]; return x;")]
    [InlineData("var s = State(zeros(3), \"s\"); s.Value += 1; var v = s.Value; [|v.mul_(2)|]; return x;")]
    [InlineData("var y = x.@float(); [|y.add_(1)|]; return y;")]
    [InlineData("return [|x.cpu().add_(1)|];")]
    [InlineData("return [|x.type(ScalarType.Float32).add_(1)|];")]
    [InlineData("return [|x.MoveToOuterDisposeScope().add_(1)|];")]
    [InlineData("return Sequential(x, y => y + [|x.add_(1)|]);")]
    [InlineData("return Bump(); Tensor Bump() => [|x.add_(1)|];")]
    [InlineData("var w = Parameter([3], Initializers.Ones()); return Bump(); Tensor Bump() { return More(); Tensor More() => [|w.add_(1)|] + x; }")]
    [InlineData("var y = x.view(-1); return Bump(); Tensor Bump() => [|y.add_(1)|];")]
    [InlineData("return [|nn.functional.relu(reshape(x, -1), inplace: true)|];")]
    public void JXN0015_by_any_name(string statements) => Rule.ReportsEach("JXN0015", Source.Body(statements));

    [Fact]
    public void JXN0015_in_trees() => Rule.ReportsEach("JXN0015", Source.InNet("""
        [Parametrized] public static partial Tensor F(Tensor[] xs, (Tensor A, Tensor B) pair, Tensor[] more, [Hyperparameter] Tensor mask)
        {
            [|xs[0] = ones(3)|];
            [|pair.A.add_(1)|];
            foreach (var x in more) [|x.add_(1)|];
            mask.add_(1);
            return xs[0];
        }
        """));

    [Theory]
    [InlineData("var y = x + 1; y.add_(1); y[0] = ones(3); return y;")]
    [InlineData("var y = x.clone(); y.add_(1); return y;")]
    [InlineData("x = x * 2; return x.add_(1);")]
    [InlineData("x += 1; x *= 2; return x;")]
    [InlineData("var y = x; y = y * 2; return y.add_(1);")]
    [InlineData("return x.relu().add_(1).mul_(2);")]
    [InlineData("x = x * 2; return Bump(); Tensor Bump() => x.add_(1);")]
    [InlineData("Double(); return Bump(); void Double() => x = x * 2; Tensor Bump() => x.add_(1);")]
    [InlineData("Action twice = () => x = x * 2; twice(); return Bump(); Tensor Bump() => x.add_(1);")]
    [InlineData("Change(ref x); return Bump(); Tensor Bump() => x.add_(1); static void Change(ref Tensor y) => y = y * 2;")]
    [InlineData("return Bump(x * 2); static Tensor Bump(Tensor x) => x.add_(1);")]
    [InlineData("var y = x[x > 0]; return y.add_(1);")]
    [InlineData("var ys = new[] { x, x }; ys[0] = x + 1; return ys[0];")]
    [InlineData("return Dense(x, 3).add_(1);")]
    [InlineData("return nn.functional.relu(x, inplace: false) + nn.functional.relu(x + 1, inplace: true);")]
    public void JXN0015_is_silent_of_new_tensors(string statements) => Rule.IsSilent(Source.Body(statements));

    [Fact]
    public void JXN0015_is_silent_outside_of_templates() => Rule.IsSilent(Source.InNet("public static Tensor G(Tensor x) => x.add_(1);"));

    [Theory]
    [InlineData("return x.add_(1);", "return x.add(1);")]
    [InlineData("x.relu_(); return x;", "x = x.relu(); return x;")]
    [InlineData("return x.reshape(-1).mul_(2) + 1;", "return x.reshape(-1).mul(2) + 1;")]
    [InlineData("return nn.functional.relu(x, inplace: true);", "return nn.functional.relu(x);")]
    [InlineData("return nn.functional.relu(x, true) * 2;", "return nn.functional.relu(x) * 2;")]
    [InlineData("Action bump = () => x.add_(1); bump(); return x;", "Action bump = () => x = x.add(1); bump(); return x;")]
    [InlineData("Bump(); return x; void Bump() => x.add_(1);", "Bump(); return x; void Bump() => x = x.add(1);")]
    [InlineData("return Bump(); Tensor Bump() => x.add_(1);", "return Bump(); Tensor Bump() => x.add(1);")]
    [InlineData("for (var i = 0; i < 3; x.add_(1)) i++; return x;", "for (var i = 0; i < 3; x = x.add(1)) i++; return x;")]
    public void The_fix_leaves_the_tensor_as_it_is(string before, string after)
    {
        Assert.Equal(Source.Body(after), Editor.Fix("JXN0015", Source.Body(before)));
        Rule.IsSilent(Source.Body(after));
    }

    [Theory]
    [InlineData("x.zero_(); return x;")]
    [InlineData("x.reshape(-1).add_(1); return x;")]
    [InlineData("x[0] = x[1]; return x;")]
    [InlineData("nn.functional.relu(x, inplace: true); return x;")]
    [InlineData("for (var i = 0; i < 3; x.reshape(-1).add_(1)) i++; return x;")]
    [InlineData("foreach (var part in x.unbind(0)) part.add_(1); return x;")]
    [InlineData("using var y = x.view(-1); y.add_(1); return x;")]
    [InlineData("using (var y = x.view(-1)) y.add_(1); return x;")]
    [InlineData("ref readonly var y = ref x; y.add_(1); return x;")]
    public void Nothing_is_offered_where_there_is_no_such_thing(string statements) => Editor.OffersNothing("JXN0015", Source.Body(statements));
    [Fact]
    public void Nothing_is_offered_for_inputs_that_can_not_be_assigned() => Editor.OffersNothing(
        "JXN0015", Source.InNet("[Parametrized] public static partial Tensor F(in Tensor x) { x.add_(1); return x; }"));
}
