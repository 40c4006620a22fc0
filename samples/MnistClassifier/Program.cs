using JaxNet.Samples.MnistClassifier;
using JaxNet.Samples.Terminal;

var application = new Application(Screen.Detect(), Console.Error, Training.Run);
return await new CommandLine().InvokeAsync(args, application.Run);
