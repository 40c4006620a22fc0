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
                dense0.kernel  float32 [300, 4]  1,200
                dense0.bias    float32 [4]           4
                dense1.kernel  float32 [4, 2]        8
                dense1.bias    float32 [2]           2
                total                            1,214
                """,
                Tree.Summary(Nets.Net(inputs: 300)));
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
    }
}
