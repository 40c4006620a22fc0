namespace JaxNet.Generators.Tests.Fuzzing;

/// <summary>Dictionaries of hyperparameters, layers and tensors, and the loops over them and into them.</summary>
internal sealed partial class RandomBody
{
    private readonly List<string> _sizes = ["Sizes"];
    private readonly List<string> _tables = [];
    private readonly List<string> _named = [];
    private readonly List<string> _keys = ["\"a\"", "\"b\""];

    private string DictionaryParameters()
    {
        var parameters = "";
        Take("Dictionary<string, long> sizes", _sizes, "sizes");
        Take("IReadOnlyDictionary<string, Layer> heads", _tables, "heads");
        Take("IReadOnlyDictionary<string, Tensor> named", _named, "named");
        return parameters;

        void Take(string parameter, List<string> into, string name)
        {
            if (!Chance(5))
                return;

            parameters += $", {parameter}";
            into.Add(name);
        }
    }

    private string NewDictionary(int depth) => _random.Next(5) switch
    {
        0 => Declare(_sizes, $"var {{0}} = new SortedDictionary<string, long> {{ [\"b\"] = {Width()}, [\"a\"] = 2 }};"),
        1 => Declare(_named, $"var {{0}} = new Dictionary<string, Tensor> {{ [\"a\"] = {Tensor(depth - 1)}, [\"b\"] = {Tensor(depth - 1)} }};"),
        2 => Declare(_named, $"var {{0}} = Parameter(_ => {Pick(_sizes)}.ToDictionary(pair => pair.Key, pair => ones(pair.Value)), \"p{++_names}\");"),
        3 => Declare(_named, $"var {{0}} = {Pick(_sizes)}.ToDictionary(pair => pair.Key, pair => {Tensor(depth - 1)});"),
        _ => Declare(_tables, $"var {{0}} = new Dictionary<string, Layer> {{ [\"a\"] = {Layer(depth)}, [\"b\"] = {Layer(depth)} }};"),
    };

    private string OverDictionary(int depth)
    {
        var (dictionary, use) = Entries();
        var (key, value) = ($"k{++_names}", $"e{_names}");
        return _random.Next(7) switch
        {
            0 => $"foreach (var {key} in {dictionary}.Keys) {Round(key, $"{dictionary}[{key}]")}",
            1 => $"foreach (var {value} in {dictionary}.Values) {Round(null, value)}",
            2 => $"foreach (var {key} in {dictionary}) {Round($"{key}.Key", $"{key}.Value")}",
            3 => $"foreach (var {key} in {dictionary}.OrderByDescending(pair => pair.Key)) {Round($"{key}.Key", $"{key}.Value")}",
            4 => $"foreach (var ({key}, _) in {dictionary}) {Round(key, $"{dictionary}[{key}]")}",
            5 => $"foreach (KeyValuePair<string, {TypeIn()}> {key} in {dictionary}) if ({key}.Value is {{ }} {value}) {Round($"{key}.Key", value)}",
            _ => $"foreach (var ({key}, {value}) in {dictionary}) {Round(key, value)}",
        };

        string Round(string? key, string value)
        {
            if (key is not null)
                _keys.Add(key);

            var text = $"{{ {string.Format(null, use, value, Tensor(depth - 1))} {Block(depth - 1)} {(Chance(3) ? WriteEntry(depth - 1) : "")} {(Chance(8) ? "break;" : "")} }}";
            _keys.Remove(key ?? "");
            return text;
        }

        string TypeIn() => _tables.Contains(dictionary) ? "Layer" : _named.Contains(dictionary) ? "Tensor" : "long";
    }

    private string IntoDictionary(int depth)
    {
        var (into, key) = ($"d{++_names}", $"k{_names}");
        var ofLayers = Chance(3);
        var value = ofLayers ? Layer(depth) : Tensor(depth - 1);
        var entry = Chance(2) ? $"{into}[{{0}}] = {value};" : $"{into}.Add({{0}}, {value});";
        var loop = _random.Next(5) switch
        {
            0 => $"foreach (var {key} in new[] {{ \"a\", \"b\" }}) {{ {Write(key)} }}",
            1 => $"for (var {key} = 0; {key} < 2; {key}++) {{ {Write($"$\"block{{{key}}}\"")} }}",
            2 => $"foreach (var ({key}, _) in {Entries().Dictionary}) {Write(key)}",
            3 => $"foreach (var {key} in {Entries().Dictionary}) {{ {Block(depth - 1)} {Write($"{key}.Key")} }}",
            _ => $"foreach (var {key} in {Pick(_sizes)}.Keys) for (var i{key} = 0; i{key} < 2; i{key}++) {{ {Write($"{key} + i{key}")} }}",
        };

        (ofLayers ? _tables : _named).Add(into);
        return $"var {into} = new Dictionary<string, {(ofLayers ? "Layer" : "Tensor")}>(); {loop}";

        string Write(string name) => entry.Replace("{0}", name);
    }

    private string WriteEntry(int depth) => _named.Except(["named"]).LastOrDefault() is { } tensors && Chance(2) ? $"{tensors}[{Pick(_keys)}] = {Tensor(depth)};"
        : _tables.Except(["heads"]).LastOrDefault() is { } layers ? $"{layers}[{Pick(_keys)}] = {Layer(depth)};"
        : $"{Pick(_tensors)} = {Tensor(depth)} * {Pick(_sizes)}[{Pick(_keys)}];";

    private string Entry(int depth) => _random.Next(4) switch
    {
        0 when _tables.Count > 0 => $"{Pick(_tables)}[{Pick(_keys)}]({Tensor(depth - 1)})",
        1 when _tables.Count > 0 => $"{Pick(_tables)}.Values.Aggregate({Tensor(depth - 1)}, (y, one) => one(y))",
        2 when _tables.Count > 0 => $"K({Tensor(depth - 1)}, {Pick(_tables)})",
        _ when _named.Count > 0 => $"{Pick(_named)}[{Pick(_keys)}]",
        _ => $"Dense({Tensor(depth - 1)}, {Pick(_sizes)}[{Pick(_keys)}])",
    };

    /// <summary>A dictionary, and what a round does with an entry's value and a tensor.</summary>
    private (string Dictionary, string Use) Entries() => _random.Next(3) switch
    {
        0 when _tables.Count > 0 => (Pick(_tables), "x = {0}({1});"),
        1 when _named.Count > 0 => (Pick(_named), "x = {0} + {1};"),
        _ => (Pick(_sizes), "x = Dense({1}, {0});"),
    };
}
