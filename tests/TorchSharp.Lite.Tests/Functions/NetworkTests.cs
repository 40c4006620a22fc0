using static TorchSharp.Lite.Tests.Numbers;
using static TorchSharp.torch;
using static TorchSharp.torch.nn.functional;

namespace TorchSharp.Lite.Tests.Functions;

/// <summary>Expected numbers follow from the definitions, by hand or to seven digits by Python's math module.</summary>
public class NetworkTests
{
    private readonly Tensor x = Row(-1, 0, 2);

    [Fact]
    public void Activations()
    {
        Are([0, 0, 2], x.relu());
        Are([0, 0, 2], torch.nn.functional.relu(x));
        Are([-0.1f, 0, 2], x.leaky_relu(0.1));
        Are([-0.01f, 0, 2], leaky_relu(x));
        Are([-0.6321206f, 0, 2], torch.nn.functional.elu(x, 1.0));
        Are([-1.1113307f, 0, 2.1014020f], x.selu());
        Are([-0.1586553f, 0, 1.9544997f], x.gelu());
        Are([-0.2689414f, 0, 1.7615942f], x.silu());
        Are([0.3132617f, 0.6931472f, 2.1269280f], softplus(x));
        Are([0.2689414f, 0.5f, 0.8807970f], x.sigmoid());
        Are([-0.7615942f, 0, 0.9640276f], x.tanh());
        Are([-1.3132617f, -0.6931472f, -0.1269280f], x.log_sigmoid());
        Are([0, 0, 2], x.relu6());
#pragma warning disable CS0618 // Obsolete since its name in lower case came, which older packages lack.
        Are([-0.5f, 0, 2 / 3f], Softsign(x));
#pragma warning restore CS0618
    }

    [Fact]
    public void Products()
    {
        var (a, b) = (arange(6).reshape(2, 3).@float(), arange(6).reshape(3, 2).@float());

        Are([10, 13, 28, 40], a.matmul(b));
        Are([10, 13, 28, 40], a.mm(b));
        Are([10, 13, 28, 40], einsum("ij,jk->ik", a, b));
        Are([10, 13, 28, 40, 10, 13, 28, 40], a.expand(2, 2, 3).bmm(b.expand(2, 3, 2)));
        Are([5, 14], a.mv(Row(0, 1, 2)));
        Are([5], Row(0, 1, 2).dot(Row(0, 1, 2)));
        Are([3, 4, 6, 8], Row(1, 2).outer(Row(3, 4)));
        Are([11, 14, 29, 41], ones(2, 2).addmm(a, b));
        Are([11, 15, 29, 42], linear(a, b.t(), Row(1, 2)));
    }

    [Fact]
    public void Convolutions()
    {
        var image = arange(9).reshape(1, 1, 3, 3).@float();
        var kernel = tensor(new float[] { 1, 2, 3, 4 }).reshape(1, 1, 2, 2);

        // Cross-correlation: 0*1 + 1*2 + 3*3 + 4*4 = 27, and so on.
        Are([27, 37, 57, 67], conv2d(image, kernel));
        Are([28, 38, 58, 68], conv2d(image, kernel, Row(1)));
        // Padded by one and every second place: 0*4; 1*3 + 2*4; 3*2 + 6*4; 4 + 5*2 + 7*3 + 8*4.
        Are([0, 11, 30, 67], conv2d(image, kernel, padding: [1, 1], strides: [2, 2]));
        Are([8, 13], conv1d(Row(1, 2, 3).reshape(1, 1, 3), Row(2, 3).reshape(1, 1, 2)));
        Assert.Equal([1, 1, 1, 1, 1], conv3d(zeros([1L, 1, 2, 2, 2]), zeros([1L, 1, 2, 2, 2])).shape);
    }

    [Fact]
    public void PoolingThroughUnfold()
    {
        var image = arange(16).reshape(1, 1, 4, 4).@float();
        var windows = image.unfold(2, 2, 2).unfold(3, 2, 2);

        Are([5, 7, 13, 15], windows.amax(-1, -2));
        Are([2.5f, 4.5f, 10.5f, 12.5f], windows.mean([-1L, -2]));
        Are([2.5f, 4.5f, 10.5f, 12.5f], adaptive_avg_pool2d(image, 2));
    }

    [Fact]
    public void Losses()
    {
        var (logits, labels) = (tensor(new float[,] { { 0, 1 }, { 0, 0 } }), tensor(new long[] { 1, 0 }));

        // -log(e/(1+e)) and log 2.
        Are([(0.3132617f + 0.6931472f) / 2], cross_entropy(logits, labels));
        Are([0.3132617f, 0.6931472f], cross_entropy(logits, labels, reduction: torch.nn.Reduction.None));
        Are([0.3132617f + 0.6931472f], nll_loss(logits.log_softmax(1), labels, reduction: torch.nn.Reduction.Sum));
        Are([2.5f], mse_loss(Row(1, 2), Row(2, 4)));
        Are([1.5f], l1_loss(Row(1, 2), Row(2, 4)));
    }

    [Fact]
    public void DropoutKeepsTheMeanAndTheIdentityOutsideOfTraining()
    {
        manual_seed(0);
        var dropped = dropout(ones(10_000), 0.25);

        Are([1, 1, 1], dropout(ones(3), 0.5, training: false));
        Assert.InRange(dropped.mean().item<float>(), 0.97f, 1.03f);
        Assert.Equal(2, dropped.unique().output.numel());
    }

    [Fact]
    public void Decompositions()
    {
        var matrix = tensor(new float[,] { { 4, 2 }, { 2, 3 } });
        var (q, r) = linalg.qr(matrix);

        Assert.True(q.matmul(r).allclose(matrix, atol: 1e-5));
        Assert.True(q.t().matmul(q).allclose(eye(2), atol: 1e-5));
        Are([2, 0, 1, 1.4142135f], linalg.cholesky(matrix));
        Are([8], matrix.det(), 1e-5f);
        Assert.True(matrix.matmul(matrix.inverse()).allclose(eye(2), atol: 1e-5));
    }
}
