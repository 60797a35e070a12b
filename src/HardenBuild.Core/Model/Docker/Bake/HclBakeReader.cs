using System.Collections.Immutable;
using HardenBuild.Model.Docker.Containers;
using HardenBuild.Syntax.Hcl;
using HardenBuild.Text;

namespace HardenBuild.Model.Docker.Bake;

/// <summary>Reads the targets of a bake file in HCL.</summary>
internal sealed class HclBakeReader(HclFile file)
{
    public BakeFile Read() => new(
        file.Source,
        [.. file.Blocks.Where(static block => block.Type == "target").Select(Target)],
        [.. file.Blocks.Where(static block => block.Type == "variable" && block["default"] is not null).Select(block => Named(block.Label, block.LabelSpan, block["default"]!))]);

    private BakeTarget Target(HclBlock block) => new()
    {
        Name = new Located<string>(block.Label, file.Source.At(block.LabelSpan)),
        Arguments = Members(block["args"]),
        Labels = Members(block["labels"]),
        Contexts = [.. Members(block["contexts"]), .. block.Attributes.Where(static attribute => attribute.Name == "context").Select(attribute => Named(attribute.Name, attribute.NameSpan, attribute.Value))],
        Tags = Texts(block["tags"]),
        Entitlements = Texts(block["entitlements"]),
        Attestations = Texts(block["attest"]),
        Secrets = Texts(block["secret"]),
        Ssh = Texts(block["ssh"]),
        Outputs = [.. Texts(block["output"]), .. Texts(block["cache-to"]), .. Texts(block["cache-from"])],
        Network = Text(block["network"]),
    };

    private ImmutableArray<NamedValue> Members(HclNode? node) =>
        node is HclObject mapping ? [.. mapping.Members.Select(member => Named(member.Name, member.NameSpan, member.Value))] : [];

    private NamedValue Named(string name, TextSpan span, HclNode value)
    {
        var text = Text(value);
        return new NamedValue(new Located<string>(name, file.Source.At(span)), text, text);
    }

    /// <summary>The texts of a list; an attestation or an output may also be an object, which becomes the text that means the same.</summary>
    private ImmutableArray<Located<string>> Texts(HclNode? node)
    {
        if (node is not HclList list)
            return [];
        var texts = ImmutableArray.CreateBuilder<Located<string>>();
        foreach (var item in list.Items)
        {
            if (Text(item) is { } text)
                texts.Add(text);
            else if (item is HclObject mapping && mapping.Members.All(static member => member.Value is HclText { Value: not null } or HclWord))
                texts.Add(new Located<string>(string.Join(",", mapping.Members.Select(static member => $"{member.Name}={(member.Value as HclText)?.Value ?? (member.Value as HclWord)?.Word}")), file.Source.At(item.Span)));
        }

        return texts.ToImmutable();
    }

    private Located<string>? Text(HclNode? node) => node is HclText { Value: { Length: > 0 } value } text
        ? new Located<string>(value, file.Source.At(text.Span.Length == value.Length + 2 ? new TextSpan(text.Span.Start + 1, value.Length) : text.Span))
        : null;
}
