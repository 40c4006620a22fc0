using JaxNet.Generators.Tests.Driver;

namespace JaxNet.Generators.Tests.Rules;

/// <summary>JXN0018: shapes that cannot fit, where that can be proven.</summary>
public sealed class UnfitShapeTests
{
    private const string W = "var w = Parameter([3, 4], Initializers.Ones(), \"w\"); ";

    [Theory]
    [InlineData(W + "return [|x.reshape(-1, 5).matmul(w)|];", "'x.reshape(-1, 5).matmul(w)' cannot work: 'x.reshape(-1, 5)' has the shape [?, 5], and 'w' has the shape [3, 4], but the last size of the first must be the last but one of the second")]
    [InlineData(W + "return [|w + ones([3])|];", "'w + ones([3])' cannot work: 'w' has the shape [3, 4], and 'ones([3])' has the shape [3], but sizes must be the same from the last on, or 1")]
    public void JXN0018_says_which_shapes(string statements, string message) => Rule.Reports("JXN0018", message, Source.Body(statements));

    [Theory]
    [InlineData("return [|w.matmul(w)|];")]
    [InlineData("return [|torch.matmul(w, w.relu())|];")]
    [InlineData("return [|w.mm(w)|];")]
    [InlineData("return [|x.view(2, 4).matmul(w)|];")]
    [InlineData("var v = Parameter([2], Initializers.Ones(), \"v\"); return w.t().matmul(w) + [|v * w|];")]
    [InlineData("return [|x.reshape(-1, 3).matmul(w) + Parameter([3], Initializers.Ones(), \"bias\")|];")]
    [InlineData("const int N = 5; return [|Parameter([x.shape[0], N], Initializers.Ones(), \"v\").matmul(w)|];")]
    [InlineData("return [|Parameter([2, 3, 4], Initializers.Ones(), \"v\").matmul(ones([5, 4, 3]))|];")]
    public void JXN0018_provable(string statements) => Rule.ReportsEach("JXN0018", Source.Body(W + statements));

    [Theory]
    [InlineData("return x.matmul(w);")]
    [InlineData("return x.reshape(-1, 3).matmul(w) + Parameter([4], Initializers.Ones(), \"bias\");")]
    [InlineData("return w * Parameter([3, 1], Initializers.Ones(), \"v\") + Parameter([1], Initializers.Ones(), \"u\") + Parameter([], Initializers.Ones(), \"t\");")]
    [InlineData("return w.t().matmul(w) + w.matmul(w.t()).sum();")]
    [InlineData("return Parameter([x.shape[0], x.shape[1]], Initializers.Ones(), \"v\").matmul(w);")]
    [InlineData("w = w.t(); return w.matmul(x.reshape(3, 5));")]
    [InlineData("return w.sum(0) + Parameter([4], Initializers.Ones(), \"v\") + w.reshape(x.shape) + w * 2;")]
    [InlineData("return Parameter([2, 3, 4], Initializers.Ones(), \"v\").matmul(ones([4, 3])) + Parameter([1, 3, 4], Initializers.Ones(), \"u\").matmul(ones([5, 4, 3])).sum();")]
    [InlineData("return w.matmul(Parameter([4], Initializers.Ones(), \"v\")) + Parameter([3], Initializers.Ones(), \"u\").matmul(w).sum();")]
    [InlineData("var n = x.dim() > 1 ? 3 : 4; return w + Parameter([n, 4], Initializers.Ones(), \"v\");")]
    public void JXN0018_is_silent_of_what_may_fit(string statements) => Rule.IsSilent(Source.Body(W + statements));

    [Theory]
    [InlineData("return x.reshape(-1, 5).matmul(w);", "[5, 4]")]
    [InlineData("return w + ones([3]);", "[3, 3]")]
    [InlineData("return ones([5, 1, 3]) + w;", "[3, 3]")]
    [InlineData("var v = w; return torch.matmul(ones([7, 2]), v);", "[2, 4]")]
    public void The_fix_writes_the_size_that_fits(string statements, string shape)
    {
        Assert.Equal(Source.Body(W.Replace("[3, 4]", shape) + statements), Editor.Fix("JXN0018", Source.Body(W + statements)));
        Rule.IsSilent(Source.Body(W.Replace("[3, 4]", shape) + statements));
    }

    [Fact]
    public void The_fix_writes_the_size_of_one_that_stands_in_place() => Assert.Equal(
        Source.Body(W + "return x.reshape(-1, 3).matmul(w) + Parameter([4], Initializers.Ones(), \"bias\");"),
        Editor.Fix("JXN0018", Source.Body(W + "return x.reshape(-1, 3).matmul(w) + Parameter([3], Initializers.Ones(), \"bias\");")));

    [Theory]
    [InlineData("return w.matmul(w);")]
    [InlineData("return w.t() + ones([5, 7]);")]
    [InlineData("return w + ones([5, 7]);")]
    [InlineData("return w.matmul(Parameter([3], Initializers.Ones(), \"v\"));")]
    public void Nothing_is_offered_where_more_than_one_size_may_be_wrong(string statements) => Editor.OffersNothing("JXN0018", Source.Body(W + statements));

    [Fact]
    public void JXN0018_is_silent_without_parameters() => Rule.IsSilent(Source.Body("return ones([2]) + ones([3]) + x;"));
}
