using JaxNet.Benchmarks;
using JaxNet.Benchmarks.Peers;
using JaxNet.BesideTorchSharp;

// JaxNet beside TorchSharp itself, on the same libtorch, in one run. The other side is this program too, called with one word more.
const string alone = "torchsharp";
if (args is [Server.Argument, alone])
{
    Server.Run(PlainWorks.Create(), Console.In, Console.Out);
    return 0;
}

return BenchCommand.Run(args, new Competitor("TorchSharp", "./jaxnet bench torchsharp", Settings.OfMkl(), setting => Peer.Program("TorchSharp", setting, typeof(PlainWorks).Assembly, Server.Argument, alone)));
