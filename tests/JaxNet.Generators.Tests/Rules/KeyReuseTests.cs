using JaxNet.Generators.Tests.Driver;

namespace JaxNet.Generators.Tests.Rules;

/// <summary>JXN0014: keys that are used twice, in any code.</summary>
public sealed class KeyReuseTests
{
    [Theory]
    [InlineData(
        "var a = key.Normal([3]); var b = [|key|].Uniform([3]);",
        "The key 'key' is used again, after 'key.Normal([3])', and gives the same random numbers each time; split it first, as in 'var (a, b) = key.Split();'")]
    [InlineData(
        "for (var i = 0; i < 3; i++) x = x + [|key|].Normal([3]);",
        "The key 'key' is used in each round of the loop, and gives the same random numbers each time; make one for each, as in 'key.FoldIn(i)'")]
    [InlineData(
        "var keys = key.Split(3); x = keys[0].Normal([3]) + keys[1].Normal([3]) + [|keys[0]|].Normal([4]);",
        "The key 'keys[0]' is used again, after 'keys[0].Normal([3])', and gives the same random numbers each time; split one key more")]
    public void JXN0014_says_what_to_do(string statements, string message) => Rule.Reports("JXN0014", message, Ordinary(statements));

    [Theory]
    [InlineData("var (a, b) = key.Split(); x = [|key|].Normal([3]);")]
    [InlineData("x = key.Normal([3]); x = [|key|].Normal([3]); x = [|key|].Normal([3]);")]
    [InlineData("var p = Dense(3).Init(key, x); var q = Dense(4).Init([|key|], x);")]
    [InlineData("var m = Dropout(0.5); x = m.Apply(m.Init(key, x), x, key: [|key|]);")]
    [InlineData("var m = Sequential(Dropout(0.5)); x = m.Apply(m.Init(key, x), x, [|key|]);")]
    [InlineData("Draw(key); Draw([|key|]); static Tensor Draw(Key k) => k.Normal([3]);")]
    [InlineData("Initializer init = Initializers.Normal(); x = init(key, [3]) + init([|key|], [3]);")]
    [InlineData("if (flag) x = key.Normal([3]); x = [|key|].Normal([4]);")]
    [InlineData("x = flag ? key.Normal([3]) : key.Normal([4]); x = [|key|].Normal([4]);")]
    [InlineData("while (x.dim() > 1) { if (flag) continue; x = [|key|].Normal([3]); }")]
    [InlineData("do { x = [|key|].Normal([3]); } while (flag);")]
    [InlineData("foreach (var n in new[] { 1, 2 }) { x = [|key|].Normal([n]); }")]
    [InlineData("var sub = key.FoldIn(1); foreach (var n in new[] { 1, 2 }) { x = [|sub|].Normal([n]); }")]
    [InlineData("foreach (var k in key.Split(2)) { x = k.Normal([3]); x = [|k|].Normal([3]); }")]
    [InlineData("var pair = key.Split(); x = pair.Item1.Normal([3]); x = pair.Item2.Normal([3]); x = [|pair.Item1|].Normal([3]);")]
    [InlineData("Func<Key, Tensor> f = k => k.Normal([3]) + [|k|].Normal([3]); x = f(key);")]
    [InlineData("x = Local(key); static Tensor Local(Key k) => k.Normal([3]) + [|k|].Normal([3]);")]
    [InlineData("Key? maybe = key; x = maybe.Value.Normal([3]) + [|maybe|]!.Value.Normal([3]);", "maybe.Value")]
    [InlineData("switch (x.dim()) { case 1: x = key.Normal([3]); break; default: x = key.Normal([4]); break; } x = [|key|].Normal([flag ? 3 : 4]);")]
    [InlineData("try { x = key.Normal([3]); } finally { Console.WriteLine(); } x = [|key|].Normal([4]);")]
    [InlineData("for (var i = 0; i < 3; i++) x = x + (i > 1 ? [|key|].Normal([3]) : [|key|].Normal([4]));")]
    [InlineData("Two(key, [|key|]); static Tensor Two(Key a, Key b) => a.Normal([3]) + b.Normal([3]);")]
    public void JXN0014_wherever_it_flows(string statements, string? marked = null)
    {
        if (marked is not null)
            statements = statements.Replace("[|maybe|]!.Value", "[|maybe!.Value|]");

        Rule.ReportsEach("JXN0014", Ordinary(statements));
    }

    [Theory]
    [InlineData("var (a, b) = key.Split(); x = a.Normal([3]) + b.Normal([3]);")]
    [InlineData("(key, var sub) = key.Split(); x = sub.Normal([3]); (key, sub) = key.Split(); x = sub.Normal([3]); x = key.Normal([3]);")]
    [InlineData("for (var i = 0; i < 3; i++) { (key, var sub) = key.Split(); x = x + sub.Normal([3]); }")]
    [InlineData("for (var i = 0; i < 3; i++) x = x + key.FoldIn(i).Normal([3]);")]
    [InlineData("for (var i = 0; i < 3; i++) { var sub = key.FoldIn(i); x = x + sub.Normal([3]); }")]
    [InlineData("x = key.FoldIn(0).Normal([3]) + key.FoldIn(1).Normal([3]) + key.Normal([3]);")]
    [InlineData("if (flag) x = key.Normal([3]); else x = key.Normal([4]);")]
    [InlineData("if (flag) { x = key.Normal([3]); Console.WriteLine(x); return x; } x = key.Normal([4]);")]
    [InlineData("x = flag ? key.Normal([3]) : key.Normal([4]);")]
    [InlineData("x = x.dim() switch { 1 => key.Normal([3]), 2 => key.Normal([4]), _ => key.Uniform([3]) };")]
    [InlineData("while (true) { x = key.Normal([3]); break; }")]
    [InlineData("foreach (var n in new[] { 1, 2 }) { if (n > 1) return key.Normal([n]); }")]
    [InlineData("var keys = key.Split(3); for (var i = 0; i < 3; i++) x = keys[i].Normal([3]);")]
    [InlineData("var keys = key.Split(2); x = keys[0].Normal([3]) + keys[1].Normal([3]); keys = keys[^1].Split(2); x = keys[0].Normal([3]);")]
    [InlineData("foreach (var k in key.Split(3)) x = x + k.Normal([3]);")]
    [InlineData("x = key.Normal([3]); key = new Key(1); x = key.Normal([3]);")]
    [InlineData("x = key.Normal([3]); Renew(out key); x = key.Normal([3]); static void Renew(out Key k) => k = new Key(3);")]
    [InlineData("x = new Key(0).Normal([3]) + new Key(0).Normal([3]);")]
    [InlineData("Console.WriteLine(key); Console.WriteLine(key.High + key.ToString()); x = key.Normal([3]);")]
    [InlineData("if (key == new Key(0) || key.Equals(new Key(1))) x = x * 2; x = key.Normal([3]);")]
    [InlineData("x = At(key, 0).Normal([3]) + At(key, 1).Normal([3]); static Key At(Key k, int i) => k.FoldIn(i);")]
    [InlineData("Check(key, x); x = key.Normal([3]); static void Check(Key k, Tensor y) { if (k.High > 3) throw new Exception(k.ToString()); }")]
    [InlineData("x = Initializers.Ones()(key, [3]) + Initializers.Zeros()(key, [3]) + Initializers.Normal()(key, [3]);")]
    [InlineData("Func<Tensor> f = () => key.Normal([3]); x = f();")]
    [InlineData("var m = Dense(3); var p = m.Init(key, x); x = m.Apply(p, x, key) + m.Apply(p, x, key);")]
    [InlineData("try { x = key.Normal([3]); } catch (InvalidOperationException) { x = key.Normal([4]); }")]
    [InlineData("var all = new List<Key> { key }; all.Add(key); x = key.Normal([3]);")]
    [InlineData("var (a, b) = (key, 3); x = a.Normal([b]);")]
    [InlineData("var k2 = key; x = k2.Normal([3]);")]
    public void JXN0014_is_silent_of_fresh_keys(string statements) => Rule.IsSilent(Ordinary(statements));

    [Theory]
    [InlineData("var k2 = key; x = key.Normal([3]); x = [|k2|].Normal([3]);")]
    [InlineData("var k2 = key; var k3 = k2; x = k3.Normal([3]); x = [|k2|].Normal([3]); x = [|key|].Normal([3]);")]
    [InlineData("var k2 = key; var (a, b) = key.Split(); x = a.Normal([3]) + b.Normal([3]) + [|k2|].Normal([3]);")]
    [InlineData("for (var i = 0; i < 3; i++) { var k2 = key; x = x + [|k2|].Normal([3]); }")]
    [InlineData("Key? k2 = key; x = key.Normal([3]); x = [|k2.Value|].Normal([3]);")]
    [InlineData("var pair = key.Split(); var (a, b) = pair; x = a.Normal([3]) + b.Normal([3]) + [|pair.Item2|].Normal([3]);")]
    [InlineData("var (a, b) = (key, 3); x = a.Normal([b]) + [|key|].Normal([3]);")]
    [InlineData("var (pair, n) = (key.Split(), 3); var p2 = pair; x = pair.Item1.Normal([n]) + [|p2.Item1|].Normal([3]);")]
    [InlineData("var keys = key.Split(3); var last = keys[2]; x = last.Normal([3]) + keys[0].Normal([3]) + [|keys[^1]|].Normal([3]);")]
    [InlineData("var keys = key.Split(3); x = keys[^1].Normal([3]) + [|keys[2]|].Normal([3]) + [|keys[^1]|].Normal([3]);")]
    [InlineData("var state = new State(key, 3); x = state.Key.Normal([3]) + [|state.Key|].Normal([3]);")]
    [InlineData("var state = new State(key, 3); var k = state.Key; x = k.Normal([3]) + state.Other.Normal([3]) + [|state.Key|].Normal([3]) + [|state.Other|].Normal([3]);")]
    [InlineData("var k2 = key; Func<Tensor> f = () => k2.Normal([3]) + [|key|].Normal([3]); x = f();")]
    [InlineData("var a = key; x = key.Normal([3]); x = [|a|].Normal([3]); a = a.FoldIn(1); x = a.Normal([3]);")]
    [InlineData("var a = key; x = a.Normal([3]); a = a.FoldIn(1); x = [|key|].Normal([3]);")]
    [InlineData("var a = key; a = a.Split(2)[0]; x = a.Normal([3]) + [|key|].Normal([3]);")]
    [InlineData("x = key.Normal([3]); var a = key; key = key.FoldIn(1); x = key.Normal([3]) + [|a|].Normal([3]);")]
    [InlineData("var a = key; key = key.FoldIn(1); x = a.Normal([3]) + key.Normal([3]) + [|a|].Normal([3]);")]
    [InlineData("var (a, b) = (key, key); key = new Key(1); x = a.Normal([3]) + [|b|].Normal([3]) + key.Normal([3]); b = new Key(2); x = b.Normal([3]) + [|a|].Normal([3]);")]
    [InlineData("Key a; a = key; if (flag) a = a.FoldIn(1); else x = a.Normal([3]); x = x + [|key|].Normal([3]);")]
    [InlineData("x = key.Normal([3]); Key a; if (flag) a = key; else a = new Key(1); x = [|a|].Normal([3]);")]
    [InlineData("var a = key; while (flag) { x = x + a.Normal([3]); a = a.FoldIn(1); } x = x + [|key|].Normal([3]);")]
    [InlineData("var last = key; for (var i = 0; i < 3; i++) { x = x + [|last|].Normal([3]); last = key; key = key.FoldIn(i); x = x + key.Normal([3]); }")]
    [InlineData("var pair = key.Split(); var a = pair.Item1; x = a.Normal([3]); pair = pair.Item2.Split(); x = x + pair.Item1.Normal([3]) + [|a|].Normal([3]);")]
    [InlineData("var pair = key.Split(); Key a, b; (a, b) = pair; pair = key.FoldIn(1).Split(); x = a.Normal([3]) + b.Normal([3]) + pair.Item1.Normal([3]) + [|b|].Normal([3]);")]
    public void JXN0014_through_copies(string statements) => Rule.ReportsEach("JXN0014", Ordinary(statements) + State);

    [Theory]
    [InlineData("var k2 = key; (key, var sub) = key.Split(); x = sub.Normal([3]) + key.Normal([3]);")]
    [InlineData("var k2 = key; key = key.FoldIn(1); x = key.Normal([3]) + k2.Normal([3]);")]
    [InlineData("var k2 = key; k2 = k2.FoldIn(1); x = key.Normal([3]) + k2.Normal([3]);")]
    [InlineData("var k2 = flag ? key : new Key(1); x = key.Normal([3]) + k2.Normal([3]);")]
    [InlineData("var k2 = key; Renew(ref k2); x = key.Normal([3]) + k2.Normal([3]); static void Renew(ref Key k) => k = new Key(3);")]
    [InlineData("var k2 = key; Renew(); x = key.Normal([3]) + k2.Normal([3]); void Renew() => key = new Key(3);")]
    [InlineData("ref var k2 = ref key; key = new Key(3); x = key.Normal([3]); k2 = new Key(4); x = x + key.Normal([3]);")]
    [InlineData("var pair = key.Split(); var (a, b) = pair; x = a.Normal([3]) + b.Normal([3]);")]
    [InlineData("var (a, b) = (key.FoldIn(0), key.FoldIn(1)); x = a.Normal([3]) + b.Normal([3]) + key.Normal([3]);")]
    [InlineData("var pair = key.Split(); var (a, _) = pair; pair.Item1 = pair.Item2.FoldIn(3); x = a.Normal([3]) + pair.Item1.Normal([3]);")]
    [InlineData("var keys = key.Split(3); var first = keys[0]; keys[0] = new Key(1); x = first.Normal([3]) + keys[0].Normal([3]);")]
    [InlineData("var keys = key.Split(3); var first = keys[0]; Array.Reverse(keys); x = first.Normal([3]) + keys[0].Normal([3]);")]
    [InlineData("var keys = key.Split(3); x = keys[2].Normal([3]) + keys[^2].Normal([3]) + keys[^3].Normal([3]);")]
    [InlineData("var n = flag ? 2 : 3; var keys = key.Split(n); x = keys[1].Normal([3]) + keys[^1].Normal([3]);")]
    [InlineData("var state = new State(key, 3); x = state.Key.Normal([3]) + state.Other.Normal([3]); state = state with { Key = new Key(3) }; x = x + state.Key.Normal([3]);")]
    [InlineData("var state = new State(key, 3); x = state.Next.Normal([3]) + state.Next.Normal([3]) + state.Changing.Normal([3]) + state.Changing.Normal([3]);")]
    [InlineData("foreach (var k in key.Split(3)) { var k2 = k; x = x + k2.Normal([3]); }")]
    [InlineData("x = key.Normal([3]); key = flag ? new Key(1) : new Key(2); x = key.Normal([3]);")]
    [InlineData("var a = key; a = a.FoldIn(1); x = key.Normal([3]) + a.Normal([3]);")]
    [InlineData("x = key.Normal([3]); var a = key; a = new Key(1); x = a.Normal([3]); key = a.FoldIn(2); x = key.Normal([3]);")]
    [InlineData("var a = key; for (var i = 0; i < 3; i++) { a = key.FoldIn(i); x = x + a.Normal([3]); } x = x + key.Normal([3]);")]
    [InlineData("for (var i = 0; i < 3; i++) { var now = key; key = key.FoldIn(i); x = x + now.Normal([3]); }")]
    [InlineData("var last = key; for (var i = 0; i < 3; i++) { key = last.FoldIn(i); last = key; x = x + key.Normal([3]); }")]
    [InlineData("Key a; if (flag) { a = key; } else { x = key.Normal([3]); a = new Key(1); } x = x + a.Normal([3]);")]
    [InlineData("var (a, b) = key.Split(); (a, b) = (b, a); x = a.Normal([3]) + b.Normal([3]);")]
    [InlineData("var a = key; Renew(); a = a.FoldIn(1); x = a.Normal([3]) + key.Normal([3]); void Renew() => key = new Key(3);")]
    [InlineData("var keys = key.Split(11); var a = keys[1]; a = flag ? a.FoldIn(1) : a; x = keys[10].Normal([3]) + a.Normal([3]);")]
    [InlineData("var keys = key.Split(3); var a = keys[0]; a = a.FoldIn(1); Array.Reverse(keys); a = keys[0]; Array.Reverse(keys); x = a.Normal([3]) + keys[0].Normal([3]);")]
    public void JXN0014_is_silent_of_what_changes(string statements) =>
        Rule.IsSilent("#pragma warning disable CS0219\n" + Ordinary(statements) + State);

    [Theory]
    [InlineData(
        "for (var i = 0; i < 3; i++) for (var j = 0; j < 3; j++) x = x + [|key.FoldIn(j)|].Normal([3]);",
        "The key 'key.FoldIn(j)' is used in each round of an outer loop, and gives the same random numbers each time; make one for each, as in 'key.FoldIn(j).FoldIn(i)'")]
    [InlineData(
        "x = key.FoldIn(1).Normal([3]) + [|key.FoldIn(1)|].Uniform([3]);",
        "The key 'key.FoldIn(1)' is used again, after 'key.FoldIn(1).Normal([3])', and gives the same random numbers each time; fold another number in")]
    [InlineData(
        "foreach (var n in new[] { 1, 2 }) x = [|key.FoldIn(3)|].Normal([n]);",
        "The key 'key.FoldIn(3)' is used in each round of the loop, and gives the same random numbers each time; make one for each, as in 'key.FoldIn(3).FoldIn(i)'")]
    [InlineData(
        "var keys = key.Split(3); foreach (var k in keys) x = x + k.Normal([3]); x = [|keys[0]|].Normal([3]);",
        "The key 'keys[0]' is used again, after 'k.Normal([3])', and gives the same random numbers each time; split one key more")]
    public void JXN0014_of_keys_that_are_made_again(string statements, string message) => Rule.Reports("JXN0014", message, Ordinary(statements));

    [Theory]
    [InlineData("for (var i = 0; i < 3; i++) for (var j = 0; j < 3; j++) x = Dropout(0.5).Apply(Layers.DropoutParams.Empty, x, [|key.FoldIn(j)|]);")]
    [InlineData("for (var i = 0; i < 3; i++) for (var j = 0; j < i; j++) { var sub = key.FoldIn(j); x = x + [|sub|].Normal([3]); }")]
    [InlineData("foreach (var n in new[] { 1, 2 }) { var start = 2; for (var j = start; j < 9; j += start) x = x + [|key.FoldIn(j + 1)|].Normal([n]); }")]
    [InlineData("for (var i = 0; i < 3; i++) foreach (var j in new[] { 1, 2 }) x = x + [|key.FoldIn(j).FoldIn(2)|].Normal([3]);")]
    [InlineData("while (flag) foreach (var j in Enumerable.Range(0, 4)) if (j % 2 == 0) x = x + [|key.FoldIn(j)|].Normal([3]);")]
    [InlineData("var n = (int)x.shape[0]; for (var i = 0; i < n; i++) x = x + [|key.FoldIn(n)|].Normal([3]);")]
    [InlineData("for (var i = 0; i < 3; i++) for (var j = 0; j < 3; j++) for (var k = 0; k < 3; k++) x = x + [|key.FoldIn(i).FoldIn(k)|].Normal([3]);")]
    [InlineData("for (var i = 0; i < 3; i++) for (var j = 0; j < 3; j++) for (var k = 0; k < 3; k++) x = x + [|key.FoldIn(3 * j + k)|].Normal([3]);")]
    [InlineData("for (var i = 0; i < 3; i++) { var k = key.FoldIn(1); if (flag) x = x + [|k|].Normal([3]); }")]
    [InlineData("var n = 0; foreach (var k in key.Split(3)) { x = x + k.FoldIn(n).Normal([3]) + [|k.FoldIn(n)|].Normal([3]); n++; x = x + k.FoldIn(n).Normal([3]); }")]
    [InlineData("var keys = key.Split(3); for (var i = 0; i < 3; i++) for (var j = 0; j < keys.Length; j++) x = x + [|keys[j]|].Normal([3]);")]
    [InlineData("for (var i = 0; i < 3; i++) { x = key.FoldIn(i).Normal([3]); x = x + [|key.FoldIn(i)|].Uniform([3]); }")]
    [InlineData("var keys = key.Split(3); for (var i = 0; i < 2; i++) { x = keys[i + 1].Normal([3]); x = x + [|keys[i + 1]|].Uniform([3]); }")]
    [InlineData("var keys = key.Split(3); foreach (var k in keys) x = x + k.Normal([3]); foreach (var k in keys) x = x + [|k|].Normal([3]);")]
    [InlineData("var keys = key.Split(3); for (var i = 0; i < 3; i++) foreach (var k in keys) { var k2 = k; x = x + [|k2|].Normal([3]); }")]
    [InlineData("var keys = key.Split(3); x = keys[1].Normal([3]); foreach (var k in keys) { x = x + [|k|].Normal([3]); }")]
    [InlineData("var keys = key.Split(3); foreach (var k in keys) x = x + k.Normal([3]); for (var j = 0; j < 3; j++) x = x + [|keys[j]|].Normal([3]);")]
    [InlineData("var keys = key.Split(3); foreach (var k in keys) foreach (var l in keys) { x = x + [|k.FoldIn(1)|].Normal([3]) + [|l|].Normal([3]); }")]
    public void JXN0014_of_the_same_keys_in_other_rounds(string statements) => Rule.ReportsEach("JXN0014", Ordinary(statements));

    [Theory]
    [InlineData("for (var i = 0; i < 3; i++) for (var j = 0; j < 3; j++) x = x + key.FoldIn(i).FoldIn(j).Normal([3]);")]
    [InlineData("for (var i = 0; i < 3; i++) for (var j = 0; j < 3; j++) x = x + key.FoldIn(i * 3 + j).Normal([3]);")]
    [InlineData("for (var i = 0; i < 3; i++) { var k = key.FoldIn(i); for (var j = 0; j < 3; j++) x = x + k.FoldIn(j).Normal([3]); }")]
    [InlineData("for (var i = 0; i < 3; i++) { var keys = key.FoldIn(i).Split(3); for (var j = 0; j < 3; j++) x = x + keys[j].Normal([3]); }")]
    [InlineData("for (var i = 0; i < 3; i++) { (key, var sub) = key.Split(); for (var j = 0; j < 3; j++) x = x + sub.FoldIn(j).Normal([3]); }")]
    [InlineData("for (var i = 0; i < 3; i++) { key = key.FoldIn(9); for (var j = 0; j < 3; j++) x = x + key.FoldIn(j).Normal([3]); }")]
    [InlineData("for (var i = 0; i < 9; i += 3) for (var j = i; j < i + 3; j++) x = x + key.FoldIn(j).Normal([3]);")]
    [InlineData("var n = 0; for (var i = 0; i < 9; i++) for (var j = 0; j < 3; j++) x = x + key.FoldIn(n++).Normal([3]);")]
    [InlineData("var n = 0; for (var i = 0; i < 9; i++) { for (var j = 0; j < 3; j++) x = x + key.FoldIn(n + j).Normal([3]); n += 3; }")]
    [InlineData("for (var i = 0; i < 9; i++) { var n = 3 * i; for (var j = 0; j < 3; j++) x = x + key.FoldIn(n + j).Normal([3]); }")]
    [InlineData("for (var i = 0; i < 3; i++) for (var j = 0; j < 3; j++) if (i == j) x = x + key.FoldIn(j).Normal([3]);")]
    [InlineData("for (var i = 0; i < 3; i++) for (var j = 0; j < 3; j++) { if (j < i) continue; x = x + key.FoldIn(j).Normal([3]); break; }")]
    [InlineData("foreach (var n in new[] { 1, 2 }) { for (var j = 0; j < 3; j++) x = x + key.FoldIn(j).Normal([3]); break; }")]
    [InlineData("var used = new HashSet<int>(); for (var i = 0; i < 3; i++) foreach (var j in used) x = x + key.FoldIn(j).Normal([3]);")]
    [InlineData("for (var i = 0; i < 3; i++) if (i == 1) x = x + key.FoldIn(7).Normal([3]); else { var k = key.FoldIn(8); if (i == 2) x = x + k.Normal([3]); }")]
    [InlineData("for (var i = 0; i < 3; i++) { var n = new Random().Next(); x = x + key.FoldIn(n).Normal([3]); }")]
    [InlineData("for (var i = 0; i < 3; i++) for (var j = 0; j < 3; j++) { var k = Next(); x = x + k.FoldIn(j).Normal([3]); } Key Next() => key = key.FoldIn(1);")]
    [InlineData("for (var i = 0; i < 3; i++) for (var j = 0; j < 3; j++) { x = x + key.FoldIn(j).Normal([3]); Next(); } void Next() => key = key.FoldIn(1);")]
    [InlineData("for (var i = 0; i < 3; i++) { x = key.FoldIn(i).Normal([3]); i++; x = x + key.FoldIn(i).Normal([3]); }")]
    [InlineData("for (var i = 0; i < 3; i++) x = x + key.FoldIn(i).Normal([3]) + key.FoldIn(i + 3).Normal([3]) + key.FoldIn(i).FoldIn(1).Normal([3]);")]
    [InlineData("x = key.FoldIn(1).Normal([3]) + key.FoldIn(10).Normal([3]) + key.FoldIn(1).FoldIn(0).Normal([3]) + key.Normal([3]);")]
    [InlineData("var keys = key.Split(3); foreach (var k in keys) x = x + k.Normal([3]); keys = key.FoldIn(1).Split(3); foreach (var k in keys) x = x + k.Normal([3]);")]
    [InlineData("var keys = key.Split(3); foreach (var k in keys) { x = x + k.Normal([3]); break; } x = x + keys[1].Normal([3]);")]
    [InlineData("var keys = key.Split(3); foreach (var k in keys) if (k.High > 3) x = x + k.Normal([3]); foreach (var k in keys) if (k.High <= 3) x = x + k.Normal([3]);")]
    [InlineData("var keys = key.Split(3); foreach (var k in keys) x = x + k.FoldIn(0).Normal([3]); foreach (var k in keys) x = x + k.FoldIn(1).Normal([3]);")]
    [InlineData("for (var i = 0; i < 3; i++) { var keys = key.FoldIn(i).Split(3); foreach (var k in keys) x = x + k.Normal([3]); }")]
    [InlineData("var keys = key.Split(3); var other = key.FoldIn(7).Split(3); foreach (var k in keys) x = x + k.Normal([3]); foreach (var k in other) x = x + k.Normal([3]); x = x + other.Length;")]
    [InlineData("var keys = key.Split(3); if (flag) { foreach (var k in keys) x = x + k.Normal([3]); } else { x = keys[0].Normal([3]); }")]
    public void JXN0014_is_silent_of_keys_for_each_round(string statements) => Rule.IsSilent(Ordinary(statements));

    [Fact]
    public void JXN0014_in_a_template() => Rule.ReportsEach("JXN0014", Source.Body(
        "var key = RandomKey(); var w = Parameter(k => k.Normal([3]) + [|k|].Uniform([3])); return x * w * key.Normal([3]) + [|key|].Uniform([3]) + RandomKey().Normal([3]) + RandomKey().Normal([3]);"));

    [Theory]
    [InlineData("for (var i = 0; i < 3; i++) x = x + key.Normal([3]);", "for (var i = 0; i < 3; i++) x = x + key.FoldIn(i).Normal([3]);")]
    [InlineData("for (var @in = 0; @in < 3; @in++) x = x + key.Normal([3]);", "for (var @in = 0; @in < 3; @in++) x = x + key.FoldIn(@in).Normal([3]);")]
    [InlineData("for (var i = 0; i < 3; i++) x = Dropout(0.5).Apply(Layers.DropoutParams.Empty, x, key);", "for (var i = 0; i < 3; i++) x = Dropout(0.5).Apply(Layers.DropoutParams.Empty, x, key.FoldIn(i));")]
    [InlineData("for (var i = 0; i < 3; i++) for (var j = 0; j < 3; j++) x = x + key.FoldIn(j).Normal([3]);", "for (var i = 0; i < 3; i++) for (var j = 0; j < 3; j++) x = x + key.FoldIn(j).FoldIn(i).Normal([3]);")]
    [InlineData("for (var i = 0; i < 3; i++) for (var j = 0; j < 3; j++) { var k = key.FoldIn(j); x = x + k.Normal([3]); }", "for (var i = 0; i < 3; i++) for (var j = 0; j < 3; j++) { var k = key.FoldIn(j); x = x + k.FoldIn(i).Normal([3]); }")]
    public void The_fix_makes_a_key_for_each_round(string before, string after)
    {
        Assert.Equal(Ordinary(after), Editor.Fix("JXN0014", Ordinary(before)));
        Rule.IsSilent(Ordinary(after));
    }

    [Theory]
    [InlineData("x = key.Normal([3]); x = key.Normal([3]);")]
    [InlineData("foreach (var n in new[] { 1, 2 }) x = key.Normal([n]);")]
    public void Nothing_is_offered_where_nothing_is_counted(string statements) => Editor.OffersNothing("JXN0014", Ordinary(statements));

    private const string State = """
        public sealed record State(Key Key, int Seed)
        {
            public readonly Key Other = new(Seed);
            private int _count;
            public Key Next => Key.FoldIn(_count++);
            public Key Changing { get; set; }
        }
        """;

    private static string Ordinary(string statements) =>
        Source.InNet($"public static Tensor G(Tensor x, Key key, bool flag)\n{{\n{statements}\nreturn x;\n}}");
}
