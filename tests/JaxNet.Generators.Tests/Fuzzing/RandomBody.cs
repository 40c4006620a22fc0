namespace JaxNet.Generators.Tests.Fuzzing;

/// <summary>Composes templates at random from a grammar of C# bodies, legal and illegal ones.</summary>
internal sealed partial class RandomBody(int seed)
{
    private readonly Random _random = new(seed);
    private readonly List<string> _tensors = ["x"];
    private readonly List<string> _layers = [];
    private readonly List<string> _lists = [];
    private int _names;
    private bool _isWild;

    /// <summary>A class with a template <c>F</c>, and what its body may call.</summary>
    public string Class(string name)
    {
        _isWild = Chance(3);
        var parameters = "Tensor x";
        if (Chance(4))
        {
            parameters += ", Layer inner";
            _layers.Add("inner");
        }

        parameters += DictionaryParameters();
        if (Chance(8))
        {
            parameters += ", params Layer[] layers";
            _lists.Add("layers");
        }

        var body = Chance(6) ? $"=> {Tensor(3)};" : $"{{ {Block(3)} return {Tensor(3)}; }}";
        return $$"""
            public static partial class {{name}}
            {
                public static Layer Kept { get; } = JaxNet.Layers.Dense(3);
                public static SortedDictionary<string, long> Sizes { get; } = new() { ["a"] = 2, ["b"] = 3 };
                [Parametrized] public static partial Tensor G(Tensor x) => Dense(x, 3);
                [Parametrized] public static partial Tensor H(Tensor x, Layer layer, double scale = 1) => layer(x) * scale;
                [Parametrized] public static partial Tensor K(Tensor x, IReadOnlyDictionary<string, Layer> heads) => heads["a"](x);
                [Parametrized] public static partial Tensor F({{parameters}})
                {{body}}
                static Tensor Twice(Layer layer, Tensor x) => layer(layer(x));
            }
            """;
    }

    private string Block(int depth)
    {
        List<string>[] scope = [_tensors, _layers, _lists, _sizes, _tables, _named];
        var counts = scope.Select(names => names.Count).ToList();
        var text = string.Join(" ", Enumerable.Range(0, _random.Next(1, 5)).Select(_ => Statement(depth)));
        if (depth < 3)
        {
            foreach (var (names, count) in scope.Zip(counts))
                names.RemoveRange(count, names.Count - count);
        }

        return text;
    }

    private string Statement(int depth) => (depth <= 0 ? _random.Next(9) : _random.Next(30)) switch
    {
        0 or 1 => Declare(_tensors, "var {0} = " + Tensor(depth) + ";"),
        2 => $"{Pick(_tensors)} = {Tensor(depth)};",
        3 or 4 => Declare(_layers, "Layer {0} = " + Layer(depth) + ";"),
        5 => Declare(_layers, $"{(_isWild ? "var" : "Layer")} {{0}} = {Module(depth)};"),
        6 => $"_ = {Tensor(depth)};",
        7 => _layers.Count > 0 && (_isWild || Chance(4)) ? $"{Pick(_layers)} = {Layer(depth)};" : $"_ = {Tensor(depth)};",
        8 => Declare(_lists, $"{(Chance(2) ? "Layer[]" : "List<Layer>")} {{0}} = [{Layers(depth)}];"),
        9 or 10 => $"if ({Condition(depth)}) {{ {Block(depth - 1)} }} else {{ {Block(depth - 1)} }}",
        11 => $"if ({Condition(depth)}) return {Tensor(depth)};",
        12 => $"for (var i{++_names} = 0; i{_names} < 2; i{_names}++) {{ {Block(depth - 1)} }}",
        13 => $"foreach (var width{++_names} in new long[] {{ 2, 3 }}) {{ {Block(depth - 1)} {(Chance(3) ? "break;" : "")} }}",
        14 => $"while ({Condition(depth)}) {{ {Block(depth - 1)} {(Chance(2) ? "continue;" : "break;")} }}",
        15 => $"do {{ {Block(depth - 1)} }} while ({Condition(depth)});",
        16 => $"switch (x.dim()) {{ case 1: {Block(depth - 1)} break; case 2 when {Condition(depth)}: {Block(depth - 1)} goto default; default: {Block(depth - 1)} break; }}",
        17 => $"try {{ {Block(depth - 1)} }} catch (Exception) when ({Condition(depth)}) {{ {Block(depth - 1)} }} finally {{ {(_isWild ? Block(depth - 1) : $"{Pick(_tensors)} = {Tensor(depth)};")} }}",
        18 => Function(depth),
        19 => $"Func<Tensor, Tensor> f{++_names} = {(_isWild && Chance(2) ? "static " : "")}y => {Inside(depth)}; {Pick(_tensors)} = f{_names}(x);",
        20 => Declare(_tensors, "var ({0}, _) = (" + Tensor(depth) + ", " + Tensor(depth) + ");"),
        21 => $"lock (typeof(object)) {{ {Block(depth - 1)} }} using (no_grad()) {{ {Block(depth - 1)} }}",
        22 => $"foreach (var one in {(_lists.Count > 0 ? Pick(_lists) : $"new Layer[] {{ {Layers(depth)} }}")}) {Pick(_tensors)} = one({Tensor(depth)});",
        23 => $"{{ {Block(depth - 1)} }}",
        24 => $"var table{++_names} = new Dictionary<string, Layer> {{ [\"a\"] = {Layer(depth)}, [\"b\"] = {Layer(depth)} }}; x = table{_names}[\"a\"](x);",
        25 or 26 => OverDictionary(depth),
        27 => IntoDictionary(depth),
        28 => NewDictionary(depth),
        _ => _isWild ? Wild() : $"Console.WriteLine($\"{{{Pick(_tensors)}}}\");",
    };

    private string Tensor(int depth) => (depth <= 0 ? _random.Next(4) : _random.Next(30)) switch
    {
        0 or 1 => Pick(_tensors),
        2 => $"Dense({Pick(_tensors)}, {_random.Next(1, 5)})",
        3 => _layers.Count > 0 ? $"{Pick(_layers)}({Pick(_tensors)})" : "x",
        4 or 5 => $"Dense({Tensor(depth - 1)}, {Width()})",
        6 => $"Dense(outDim: {Width()}, inputs: {Tensor(depth - 1)})",
        7 or 8 => $"Sequential({Tensor(depth - 1)}, {Layers(depth)})",
        9 => $"Parameter([{Width()}], Initializers.Ones()" + (Chance(2) ? $", \"w{++_names}\")" : ")"),
        10 => $"({Tensor(depth - 1)} + {Tensor(depth - 1)} * 2)",
        11 => $"({Condition(depth)} ? {Tensor(depth - 1)} : {Tensor(depth - 1)})",
        12 => $"(x.dim() switch {{ 1 => {Tensor(depth - 1)}, _ when {Condition(depth)} => {Tensor(depth - 1)}, _ => x }})",
        13 => $"({Tensor(depth - 1)}!)",
        14 => $"Relu({Tensor(depth - 1)})",
        15 => $"G({Tensor(depth - 1)})",
        16 => $"H({Tensor(depth - 1)}, {Layer(depth)})",
        17 => $"Twice({Layer(depth)}, {Tensor(depth - 1)})",
        18 => $"stack({Tensor(depth - 1)}.unbind(0).Select(y => {Inside(depth)}).ToArray())",
        19 => _lists.Count > 0 ? $"{Pick(_lists)}[0]({Tensor(depth - 1)})" : $"((Layer)({Layer(depth)}) ?? Relu)({Tensor(depth - 1)})",
        20 => _lists.Count > 0 ? $"{Pick(_lists)}.Aggregate({Tensor(depth - 1)}, (y, one) => one(y))" : "x[..]",
        21 => $"Scan((carry, y) => (carry + y, {Inside(depth)}), {Tensor(depth - 1)}, x).Outputs",
        22 => $"({Pick(_tensors)} = {Tensor(depth - 1)})",
        23 => $"x * RandomKey().Uniform([]) * (CurrentMode == Mode.Train ? 1 : 2)",
        24 => $"Scan(GRUCell(3), {Tensor(depth - 1)}, x).Carry",
        25 => $"Parameter(key => (ones(3), {Pick(_tensors)}), \"p{++_names}\").Item1",
        26 => $"({Tensor(depth - 1)} is {{ shape: [var n{++_names}, ..] }} s{_names} ? Dense(s{_names}, n{_names}) : x)",
        27 or 28 => Entry(depth),
        _ => _isWild ? WildTensor() : "Layers.Dense(x, 3)",
    };

    private string Layer(int depth) => (depth <= 0 ? _random.Next(4) : _random.Next(17)) switch
    {
        0 or 4 or 5 => $"Dense({Width()})",
        1 => "Relu",
        2 => _layers.Count > 0 ? Pick(_layers) : "Tanh",
        3 => "G()",
        6 => $"y => {Inside(depth)}",
        7 => $"Sequential({Layers(depth)})",
        8 => $"({Condition(depth)} ? {Layer(depth - 1)} : {Layer(depth - 1)})",
        9 => $"(x.dim() switch {{ 1 => {Layer(depth - 1)}, _ => {Layer(depth - 1)} }})",
        10 => $"(Layer)Dense({Width()})",
        11 => "new DenseModule(3)",
        12 => _isWild ? "G" : "Relu",
        13 => _lists.Count > 0 ? $"{Pick(_lists)}[0]" : "new GModule()",
        14 => $"H({Layer(depth - 1)})",
        15 => $"(Layer)({Layer(depth - 1)})",
        _ => _isWild ? WildLayer() : "Dropout(0.5)",
    };

    private string Module(int depth) => _random.Next(4) switch
    {
        0 => "Dense(2)",
        1 => $"Sequential({Layers(depth)})",
        2 => $"H({Layer(depth - 1)})",
        _ => "G()",
    };

    private string Layers(int depth) => string.Join(", ", Enumerable.Range(0, _random.Next(1, 4)).Select(_ => Layer(depth - 1)));

    // What a function calls can rarely be placed, so that most bodies would be refused.
    private string Inside(int depth)
    {
        _tensors.Add("y");
        var text = _isWild || Chance(10) ? Tensor(depth - 1) : Any("y", "Relu(y)", $"(y * {Pick(_tensors)})", _layers.Count > 0 ? $"{Pick(_layers)}(y)" : "Tanh(y)");
        _tensors.Remove("y");
        return text;
    }

    private string Function(int depth)
    {
        var name = $"Local{++_names}";
        return $"{(_isWild && Chance(2) ? "static " : "")}Tensor {name}(Tensor y) {{ {(_isWild && Chance(2) ? $"Layer own = {Layer(depth - 1)};" : "")} return {Inside(depth)}; }} x = {name}({Tensor(depth - 1)});";
    }

    private string Condition(int depth) => _random.Next(5) switch
    {
        0 => "x.dim() > 1",
        1 => "CurrentMode == Mode.Train",
        2 => $"{Tensor(depth - 2)}.dim() > 1 && {Tensor(depth - 2)}.dim() < 3",
        3 => $"{Tensor(depth - 2)} is {{ }}",
        _ => "x is not null || x!.dim() == 2",
    };

    private string Width() => _random.Next(6) switch
    {
        0 => "x.shape[^1]",
        1 => "(int)x.dim()",
        _ => _random.Next(1, 9).ToString(),
    };

    private string Wild() => Any(
        "return;", "break;", "continue;", "goto nowhere;", "int q = Dense(x, 3);", "Missing(x);", "yield return x;", "await Missing();", "var z = Dense;", "Layer k = Kept; x = k(x);",
        "x = Kept(x);", "Func<Tensor, Tensor> t = G;", "RandomKey;", "throw new Exception();", "ref var r = ref x;", "unsafe { }", "x.add_(1);", "label: x = Dense(x, 3);", "goto again; again: ;",
        "Scan(Kept, x, x);", "dynamic d = x; x = Dense(d, 3);", "const int c = 3; x = Dense(x, c);", "Layer u; x = u(x);", "var (a, b) = Dense(x, 3);", "if (Dense(x, 3)) return x;", "G(x) = x;");

    private string WildTensor() => Any(
        "Missing(x)", "Dense(x)", "Dense(0.5f, 3)", "3", "\"text\"", "x.missing", "Parameter(key => 3)", "Parameter([3])", "G", "null", "default", "Dense(3)", "Parameter([3], Initializers.Ones(), x.ToString())",
        "Kept(x)", "Kept?.Invoke(x)", "Sequential(x, 3)", "F(x)", "x.Dense(3)", "nameof(Dense)", "(x", "await x", "stackalloc int[3]", "Scan(x, x, x)", "Parameter<Tensor[]>(key => [x])[0]", "H(x, 0.5)");

    private string WildLayer() => Any("null", "Kept", "F", "3", "x", "Missing", "() => x", "y => 3", "(Layer)null!", "Dense", "default(Layer)", "typeof(Layer)", "Relu(x)", "new Layer(Relu)", "delegate (Tensor _) { return x; }", "H", "inner!");

    private string Any(params string[] texts) => texts[_random.Next(texts.Length)];

    private string Pick(List<string> names) => names[_random.Next(names.Count)];

    private bool Chance(int of) => _random.Next(of) == 0;

    private string Declare(List<string> into, string statement)
    {
        var name = $"v{++_names}";
        into.Add(name);
        return string.Concat(statement.Replace("{0}", name));
    }
}
