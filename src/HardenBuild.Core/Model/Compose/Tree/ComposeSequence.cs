using System.Collections.Immutable;
using HardenBuild.Syntax.Yaml;
using HardenBuild.Text;

namespace HardenBuild.Model.Compose.Tree;

/// <summary>A list.</summary>
internal sealed class ComposeSequence(YamlNode written, ImmutableArray<ComposeNode> items) : ComposeNode(written)
{
    public ImmutableArray<ComposeNode> Items { get; } = items;

    /// <summary>The texts of the items, each once.</summary>
    /// <param name="isUndetermined">True when some item cannot be told.</param>
    public ImmutableArray<Located<string>> Texts(out bool isUndetermined)
    {
        isUndetermined = false;
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var texts = ImmutableArray.CreateBuilder<Located<string>>(Items.Length);
        foreach (var item in Items)
        {
            if (item.Text is not { } text)
                isUndetermined = true;
            else if (seen.Add(text.Value))
                texts.Add(text);
        }

        return texts.ToImmutable();
    }
}
