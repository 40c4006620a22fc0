using System.Globalization;
using JaxNet.Tests.Examples;
using static TorchSharp.torch;

namespace JaxNet.Tests;

public class TextTests
{
    [Fact]
    public void Parameters_print_as_a_tree_with_shapes_types_and_counts()
    {
        var net = Nets.Net(inputs: 784, hidden: 1024, outputs: 10);
        net = net with { Dense1 = net.Dense1 with { Bias = zeros(10, dtype: ScalarType.Float64) } };

        Assert.Equal(
            """
            Examples.Net                       814,090
              dense0                           803,840
                kernel    float32 [784, 1024]  802,816
                bias      float32 [1024]         1,024
              dense1                            10,250
                kernel    float32 [1024, 10]    10,240
                bias      float64 [10]              10
              extra       none
            """,
            net.ToString());
    }

    [Fact]
    public void What_is_shared_refers_to_its_first_place_and_counts_once()
    {
        var dense = Nets.Dense(3, 3);
        var net = new NetParams { Dense0 = dense, Dense1 = dense, Extra = Nets.Dense(3, 3) with { Kernel = dense.Kernel } };

        Assert.Equal(
            """
            Examples.Net                   15
              dense0                       12
                kernel    float32 [3, 3]    9
                bias      float32 [3]       3
              dense1      = dense0
              extra                         3
                kernel    = dense0.kernel
                bias      float32 [3]       3
            """,
            net.ToString());
        Assert.Equal(15, Tree.Count(net));
    }

    [Fact]
    public void A_summary_lists_the_paths()
    {
        var culture = CultureInfo.CurrentCulture;
        try
        {
            // Numbers look the same everywhere.
            CultureInfo.CurrentCulture = new CultureInfo("de-DE");
            Assert.Equal(
                """
                path              shape     type     count  bytes
                dense0.kernel     [300, 4]  float32  1,200  4,800
                dense0.bias       [4]       float32      4     16
                dense1.kernel     [4, 2]    float32      8     32
                dense1.bias       [2]       float32      2      8
                extra             none
                total: 4 tensors                     1,214  4,856
                """,
                Tree.Summary(Nets.Net(inputs: 300)));
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
    }

    [Fact]
    public void A_summary_marks_what_is_shared_and_counts_it_once()
    {
        var dense = Nets.Dense(3, 3);
        var net = new NetParams { Dense0 = dense, Dense1 = dense, Extra = Nets.Dense(3, 3) with { Bias = dense.Bias.type(ScalarType.Float16), Kernel = dense.Kernel } };

        Assert.Equal(
            """
            path              shape   type     count  bytes
            dense0.kernel     [3, 3]  float32      9     36
            dense0.bias       [3]     float32      3     12
            dense1            = dense0
            extra.kernel      = dense0.kernel
            extra.bias        [3]     float16      3      6
            total: 3 tensors                      15     54
            """,
            Tree.Summary(net));
    }

    [Fact]
    public void A_modules_summary_is_that_of_its_parameters() => Assert.Equal(
        """
        path              shape   type     count  bytes
        kernel            [3, 4]  float32     12     48
        bias              [4]     float32      4     16
        total: 2 tensors                      16     64
        """,
        Layers.Dense(4).Summary(zeros(2, 3)));
}
