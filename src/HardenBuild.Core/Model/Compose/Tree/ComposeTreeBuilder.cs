using System.Collections.Immutable;
using HardenBuild.Model.Compose.Merging;
using HardenBuild.Syntax.Yaml;
using HardenBuild.Text;

namespace HardenBuild.Model.Compose.Tree;

/// <summary>Turns the nodes of a YAML file into those of a project: aliases and merge keys followed, short forms made long.</summary>
internal sealed class ComposeTreeBuilder(ComposeScope scope)
{
    public ComposeNode Build(YamlNode node, MergeRule rule)
    {
        var resolved = node.Resolve();
        return resolved switch
        {
            YamlMapping mapping => BuildMapping(mapping, rule),
            YamlSequence sequence => BuildSequence(sequence, rule),
            YamlScalar scalar => BuildScalar(scalar, rule),

            // An alias that names nothing: an error of the file, which says nothing.
            _ => new ComposeSequence(node, []),
        };
    }

    private ComposeMapping BuildMapping(YamlMapping mapping, MergeRule rule)
    {
        var effective = mapping.EffectiveMembers();
        var members = new MemberList(effective.Length);
        foreach (var member in effective)
        {
            if (member.IsMerge || member.Key is not { } key || key.Value.StartsWith("x-", StringComparison.Ordinal))
                continue;
            members.AddFirst(new Located<string>(key.Value, key.Location), Build(member.Value, rule[key.Value]));
        }

        return new ComposeMapping(mapping, members.ToImmutable());
    }

    private ComposeNode BuildSequence(YamlSequence sequence, MergeRule rule)
    {
        if (rule.Form is ComposeForm.KeyValues or ComposeForm.Hosts or ComposeForm.Names or ComposeForm.Dependencies)
            return BuildNamed(sequence, rule);
        var items = ImmutableArray.CreateBuilder<ComposeNode>(sequence.Items.Length);
        foreach (var item in sequence.Items)
            items.Add(Build(item, rule.Each ?? MergeRule.Default));
        return new ComposeSequence(sequence, items.MoveToImmutable());
    }

    private ComposeMapping BuildNamed(YamlSequence sequence, MergeRule rule)
    {
        var members = new MemberList(sequence.Items.Length);
        foreach (var item in sequence.Items)
        {
            if (item.AsScalar is not { Value.Length: > 0 } scalar)
                continue;
            var whole = new ComposeScalar(scalar, scope);
            var separator = rule.Form switch
            {
                ComposeForm.KeyValues => scalar.Value.IndexOf('='),
                ComposeForm.Hosts => scalar.Value.IndexOfAny(['=', ':']),
                _ => -1,
            };
            var name = scalar.Value.Substring(0, separator < 0 ? scalar.Value.Length : separator);
            var value = separator >= 0 ? whole.Part(TextSpan.FromBounds(separator + 1, scalar.Value.Length))
                : rule.Form == ComposeForm.Dependencies ? Condition(whole)
                : (ComposeNode)new ComposeNothing(scalar);
            members.AddLast(new Located<string>(name, scalar.LocationOf(0, name.Length)), value);
        }

        return new ComposeMapping(sequence, members.ToImmutable());
    }

    private static ComposeMapping Condition(ComposeScalar service) => Single(service, "condition", service.Implies("service_started"));

    private ComposeNode BuildScalar(YamlScalar scalar, MergeRule rule)
    {
        var node = new ComposeScalar(scalar, scope);
        if (scalar.IsNull || node.Tag == MergeTag.Reset)
            return node;
        return rule.Form switch
        {
            ComposeForm.List => new ComposeSequence(scalar, [rule.Each is { } each ? BuildScalar(scalar, each) : node]),
            ComposeForm.Context => Single(node, "context", node),
            ComposeForm.Service => Single(node, "service", node),
            ComposeForm.Path => Single(node, "path", rule["path"].Form == ComposeForm.List ? new ComposeSequence(scalar, [node]) : node),
            _ => node,
        };
    }

    private static ComposeMapping Single(ComposeScalar written, string key, ComposeNode value) =>
        new(written.Syntax, [new ComposeMember(new Located<string>(key, written.Location), value)]);
}
