using System.Collections.Immutable;
using HardenBuild.Syntax.Yaml;
using HardenBuild.Text;

namespace HardenBuild.Model.Kubernetes;

/// <summary>A list of texts in a manifest, such as capabilities.</summary>
/// <param name="Items">The items that are known.</param>
/// <param name="Location">The list; null where it is absent or not a list.</param>
/// <param name="IsUnknown">The list, or one of its items, cannot be told: that something is missing from it is not certain.</param>
internal readonly record struct TextList(ImmutableArray<Located<string>> Items, SourceLocation? Location, bool IsUnknown)
{
    public static TextList Absent => new([], null, IsUnknown: false);

    public static TextList Unknown => new([], null, IsUnknown: true);

    /// <summary>One of the items is the text.</summary>
    public bool Contains(string text)
    {
        foreach (var item in Items)
        {
            if (item.Value == text)
                return true;
        }

        return false;
    }

    public static TextList From(YamlNode? node)
    {
        if (node is null || node.AsScalar is { IsNull: true })
            return Absent;
        if (node.AsSequence is not { } sequence)
            return Unknown;

        var items = ImmutableArray.CreateBuilder<Located<string>>(sequence.Items.Length);
        var isUnknown = false;
        foreach (var item in sequence.Items)
        {
            if (item.AsScalar is { } scalar && !Placeholders.IsPlaceholder(scalar.Value))
                items.Add(new Located<string>(scalar.Value, scalar.Location));
            else
                isUnknown = true;
        }

        return new TextList(items.ToImmutable(), sequence.Location, isUnknown);
    }
}
