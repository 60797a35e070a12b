using System.Collections.Immutable;
using HardenBuild.Model.Docker.Containers;
using HardenBuild.Syntax.Yaml;
using HardenBuild.Text;

namespace HardenBuild.Model.Docker.Bake;

/// <summary>Reads the targets of a bake file in JSON.</summary>
internal static class JsonBakeReader
{
    public static BakeFile? Read(YamlFile file) => file.Documents is [{ Root: YamlMapping root }, ..]
        ? new BakeFile(file.Source, [.. Members(root["target"]).Select(Target).OfType<BakeTarget>()], [.. Members(root["variable"]).Select(Variable)])
        : null;

    private static BakeTarget? Target(YamlMember member)
    {
        if (member.Key is not { } name || member.Value is not YamlMapping target)
            return null;
        return new BakeTarget
        {
            Name = Locate(name),
            Arguments = Named(target["args"]),
            Labels = Named(target["labels"]),
            Contexts = [.. Named(target["contexts"]), .. target.Members.Where(static own => own.Key?.Value == "context").Select(Value)],
            Tags = Texts(target["tags"]),
            Entitlements = Texts(target["entitlements"]),
            Attestations = Texts(target["attest"]),
            Secrets = Texts(target["secret"]),
            Ssh = Texts(target["ssh"]),
            Outputs = [.. Texts(target["output"]), .. Texts(target["cache-to"]), .. Texts(target["cache-from"])],
            Network = Text(target["network"]),
        };
    }

    private static NamedValue Variable(YamlMember member)
    {
        var value = Text(member.Value.At("default"));
        return new NamedValue(Locate(member.Key!), value, value);
    }

    private static IEnumerable<YamlMember> Members(YamlNode? node) => (node?.AsMapping?.Members ?? []).Where(static member => member.Key is not null);

    private static ImmutableArray<NamedValue> Named(YamlNode? node) => [.. Members(node).Select(Value)];

    private static NamedValue Value(YamlMember member)
    {
        var value = Text(member.Value);
        return new NamedValue(Locate(member.Key!), value, value);
    }

    private static ImmutableArray<Located<string>> Texts(YamlNode? node)
    {
        var texts = ImmutableArray.CreateBuilder<Located<string>>();
        foreach (var item in node?.AsSequence?.Items ?? [])
        {
            if (Text(item) is { } text)
                texts.Add(text);
            else if (item is YamlMapping mapping)
                texts.Add(new Located<string>(string.Join(",", Members(mapping).Select(static member => $"{member.Key!.Value}={member.Value.AsScalar?.Value}")), item.Location));
        }

        return texts.ToImmutable();
    }

    // Bake replaces ${} in texts of its JSON form too.
    private static Located<string>? Text(YamlNode? node) =>
        node is YamlScalar { Style: YamlScalarStyle.DoubleQuoted, Value.Length: > 0 } scalar && !scalar.Value.Contains("${", StringComparison.Ordinal) ? Locate(scalar) : null;

    private static Located<string> Locate(YamlScalar scalar) => new(scalar.Value, scalar.LocationOf(0, scalar.Value.Length));
}
