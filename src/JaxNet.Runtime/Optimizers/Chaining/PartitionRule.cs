using static TorchSharp.torch;

namespace JaxNet;

/// <summary>See <see cref="Optimizers.Partition"/>.</summary>
/// <param name="masks">The parts.</param>
/// <param name="rules">The rule of each part, and that of the rest.</param>
/// <param name="partOf">Once bound, the index of the rule for each leaf.</param>
internal sealed class PartitionRule(Mask[] masks, UpdateRule[] rules, int[]? partOf = null)
    : UpdateRule([.. rules.SelectMany(rule => rule.Slots).Distinct()], CountsOf(rules))
{
    public override Tensor InitialSlot(int slot, int leaf, Tensor parameter)
    {
        var rule = rules[partOf![leaf]];
        return IndexOf(rule.Slots, Slots[slot]) is var index and >= 0
            ? rule.InitialSlot(index, leaf, parameter)
            : zeros([0], SlotType(parameter), parameter.device);
    }

    public override Action Prepare(long step, Span<long> counts, IReadOnlyList<LeafUpdate> leaves)
    {
        var writes = new Action[rules.Length];
        var first = 0;
        for (var part = 0; part < rules.Length; part++)
        {
            var rule = rules[part];
            int[] slots = [.. rule.Slots.Select(slot => IndexOf(Slots, slot))];
            LeafUpdate[] ours = [.. leaves.Where(leaf => partOf![leaf.Leaf] == part).Select(leaf => leaf with
            {
                Slots = Array.ConvertAll(slots, slot => leaf.Slots[slot]),
                NewSlots = Array.ConvertAll(slots, slot => leaf.NewSlots[slot]),
            })];

            writes[part] = rule.Prepare(step, counts.Slice(first, rule.Counts.Count), ours);
            first += rule.Counts.Count;
        }

        return () => Array.ForEach(writes, write => write());
    }

    public override UpdateRule Bind(MaskedTree tree)
    {
        bool[][] selected = [.. masks.Select(mask => mask.Of(tree)), [.. tree.Leaves.Select(_ => true)]];
        int[] parts = [.. tree.Leaves.Select((_, leaf) => Array.FindIndex(selected, part => part[leaf]))];
        return new PartitionRule(masks, Array.ConvertAll(rules, rule => rule.Bind(tree)), parts);
    }

    public override UpdateRule Unfused() => new PartitionRule(masks, Array.ConvertAll(rules, rule => rule.Unfused()), partOf);

    private static string[] CountsOf(UpdateRule[] rules)
    {
        string[] names = [.. rules.SelectMany(rule => rule.Counts)];
        return [.. names.Select((name, i) => names.Count(other => other == name) == 1 ? name : $"{name}{names.Take(i).Count(other => other == name)}")];
    }

    private static int IndexOf(IReadOnlyList<string> names, string name)
    {
        for (var i = 0; i < names.Count; i++)
        {
            if (names[i] == name)
                return i;
        }

        return -1;
    }
}
