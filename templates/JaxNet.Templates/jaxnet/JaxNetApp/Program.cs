using JaxNetApp;

const int Epochs = 20;
const int BatchSize = 100;

var keys = new Key(0).Split(4);
var (points, labels) = SpiralData.Sample(keys[0], 2000);
var (testPoints, testLabels) = SpiralData.Sample(keys[1], 1000);

// A module has no weights inside; Init makes them, as a value with a type of its own.
var loss = SpiralNetwork.Loss();
var parameters = loss.Init(keys[2], points, labels);
Console.WriteLine(parameters);

var optimizer = Optimizers.Adam(1e-2);
var state = optimizer.Init(parameters);
for (var epoch = 1; epoch <= Epochs; epoch++)
{
    foreach (var batch in keys[3].FoldIn(epoch).Permutation((int)points.shape[0]).split(BatchSize))
        optimizer.Step(ref state, loss, (points.index_select(0, batch), labels.index_select(0, batch)));

    if (epoch % 5 == 0) Console.WriteLine($"epoch {epoch}: test accuracy {TestAccuracy():P1}");
}

Checkpoint.Save("spirals.safetensors", optimizer.GetParameters(state));
Console.WriteLine("saved to spirals.safetensors");

double TestAccuracy() =>
    SpiralNetwork.Accuracy().ApplyFrom((loss, optimizer.GetParameters(state)), testPoints, testLabels).item<float>();
