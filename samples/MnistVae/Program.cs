using JaxNet.Samples.MnistVae;
using JaxNet.Samples.Terminal;

return await new CommandLine().InvokeAsync(args, new Application(Screen.Detect(), Console.Error).Run);
