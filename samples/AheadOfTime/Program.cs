using System.Diagnostics;
using JaxNet;
using JaxNet.Samples.AheadOfTime;
using static TorchSharp.torch;

// What one does with a network, once: initialise, train, save, load, print. Nothing of it may need code or types that are found at run time.
var file = args is [var path, ..] ? path : "parabola.safetensors";
var x = linspace(-1, 1, 64).reshape(-1, 1);
var y = x.square();
var loss = Parabola.Loss();

var optimizer = Optimizers.Chain([GradientTransforms.ClipByGlobalNorm(1)], Optimizers.Adam(1e-2));
var state = optimizer.Init(loss.Init(new Key(0), x, y));
var first = DateTime.Now - Process.GetCurrentProcess().StartTime;
for (var i = 0; i < 500; i++) optimizer.Step(ref state, loss, (x, y));

Checkpoint.Save(file, state);
var loaded = optimizer.GetParameters(Checkpoint.Load(file, like: optimizer.Init(loss.Init(new Key(1), x, y))));
Console.WriteLine(loaded);
Console.WriteLine($"loss {loss.Apply(loaded, x, y).item<float>():F4}, saved and loaded");
Console.Error.WriteLine($"ready to train {first.TotalMilliseconds:F0} ms after the start of the process");
