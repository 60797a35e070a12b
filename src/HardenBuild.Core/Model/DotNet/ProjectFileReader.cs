using System.Collections.Immutable;
using System.Xml;
using HardenBuild.Text;

namespace HardenBuild.Model.DotNet;

/// <summary>Reads MSBuild's XML with the place of every value.</summary>
internal sealed class ProjectFileReader(SourceText source)
{
    /// <summary>Larger than any project written by people.</summary>
    private const int MaxCharacters = 1 << 20;
    private const int MaxDepth = 64;

    // No document types: they bring entities, and entities bring files and expansion without end.
    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreProcessingInstructions = true,
        MaxCharactersInDocument = MaxCharacters,
    };

    private readonly ImmutableArray<ProjectProperty>.Builder _properties = ImmutableArray.CreateBuilder<ProjectProperty>();
    private readonly ImmutableArray<ProjectItem>.Builder _items = ImmutableArray.CreateBuilder<ProjectItem>();
    private readonly ImmutableArray<TextSpan>.Builder _comments = ImmutableArray.CreateBuilder<TextSpan>();
    private Located<string>? _sdk;
    private bool _hasImports;

    public ProjectFile? Read()
    {
        if (source.Length > MaxCharacters)
            return null;
        try
        {
            using var text = new StringReader(source.Content);
            using var reader = XmlReader.Create(text, Settings);
            return ReadRoot(reader) ? ToFile() : null;
        }
        catch (XmlException)
        {
            return null;
        }
    }

    private ProjectFile ToFile() => new()
    {
        Source = source,
        Sdk = _sdk,
        Properties = _properties.ToImmutable(),
        Items = _items.ToImmutable(),
        Comments = _comments.ToImmutable(),
        HasImports = _hasImports,
    };

    private bool ReadRoot(XmlReader reader)
    {
        while (reader.Read())
        {
            if (reader.NodeType == XmlNodeType.Comment)
                AddComment(reader);
            if (reader.NodeType != XmlNodeType.Element)
                continue;
            if (reader.LocalName != "Project")
                return false;
            _sdk = Attribute(reader, "Sdk") ?? _sdk;
            ReadChildren(reader, isConditional: false, ReadSection);
            return true;
        }

        return false;
    }

    private void ReadSection(XmlReader reader, bool isConditional)
    {
        isConditional |= reader.GetAttribute("Condition") is not null;
        switch (reader.LocalName)
        {
            case "PropertyGroup":
                ReadChildren(reader, isConditional, ReadProperty);
                break;
            case "ItemGroup":
                ReadChildren(reader, isConditional, ReadItem);
                break;
            case "Choose" or "When" or "Otherwise" when reader.Depth < MaxDepth:
                ReadChildren(reader, isConditional: true, ReadSection);
                break;
            case "Sdk":
                _sdk ??= Attribute(reader, "Name");
                ReadChildren(reader, isConditional, Ignore);
                break;
            case "Import":
                _hasImports |= reader.GetAttribute("Sdk") is null;
                ReadChildren(reader, isConditional, Ignore);
                break;
            default:
                ReadChildren(reader, isConditional, Ignore);
                break;
        }
    }

    private void ReadProperty(XmlReader reader, bool isConditional)
    {
        isConditional |= reader.GetAttribute("Condition") is not null;
        var name = reader.LocalName;
        if (ReadText(reader) is { } value)
            _properties.Add(new ProjectProperty(name, value, isConditional));
    }

    private void ReadItem(XmlReader reader, bool isConditional)
    {
        isConditional |= reader.GetAttribute("Condition") is not null;
        var name = reader.LocalName;
        var include = Attribute(reader, "Include") ?? Attribute(reader, "Update");
        var metadata = ImmutableArray.CreateBuilder<ProjectProperty>();
        for (var i = 0; i < reader.AttributeCount; i++)
        {
            reader.MoveToAttribute(i);
            if (reader.LocalName is not ("Include" or "Update" or "Exclude" or "Remove" or "Condition"))
                metadata.Add(new ProjectProperty(reader.LocalName, AttributeValue(reader), IsConditional: false));
        }

        reader.MoveToElement();
        ReadChildren(reader, isConditional: false, (child, isChildConditional) =>
        {
            isChildConditional |= child.GetAttribute("Condition") is not null;
            var key = child.LocalName;
            if (ReadText(child) is { } value)
                metadata.Add(new ProjectProperty(key, value, isChildConditional));
        });
        if (include is { } included)
            _items.Add(new ProjectItem(name, included, metadata.ToImmutable(), isConditional));
    }

    private void Ignore(XmlReader reader, bool isConditional) => ReadText(reader);

    /// <summary>Hands each child element to <paramref name="read"/>, which leaves the reader at the child's end.</summary>
    private void ReadChildren(XmlReader reader, bool isConditional, Action<XmlReader, bool> read)
    {
        if (reader.IsEmptyElement)
            return;
        var depth = reader.Depth;
        while (reader.Read() && !(reader.NodeType == XmlNodeType.EndElement && reader.Depth == depth))
        {
            if (reader.NodeType == XmlNodeType.Element)
                read(reader, isConditional);
            else if (reader.NodeType == XmlNodeType.Comment)
                AddComment(reader);
        }
    }

    /// <summary>The text of an element up to its end tag; null when it holds elements instead.</summary>
    private Located<string>? ReadText(XmlReader reader)
    {
        var open = Offset(reader);
        if (reader.IsEmptyElement)
            return new Located<string>("", source.At(new TextSpan(open, reader.LocalName.Length)));
        var depth = reader.Depth;
        var name = new TextSpan(open, reader.LocalName.Length);
        var (start, text, hasElements) = (-1, "", false);
        while (reader.Read() && !(reader.NodeType == XmlNodeType.EndElement && reader.Depth == depth))
        {
            hasElements |= reader.NodeType == XmlNodeType.Element;
            if (reader.NodeType == XmlNodeType.Comment)
                AddComment(reader);
            if (reader.NodeType is not (XmlNodeType.Text or XmlNodeType.CDATA) || start >= 0)
                continue;
            start = Offset(reader);
            text = reader.Value;
        }

        if (hasElements)
            return null;
        var value = text.Trim();
        return start < 0 || value.Length == 0
            ? new Located<string>("", source.At(name))
            : new Located<string>(value, source.At(RawSpan(start, '<')));
    }

    private Located<string>? Attribute(XmlReader reader, string name)
    {
        if (!reader.MoveToAttribute(name))
            return null;
        var value = AttributeValue(reader);
        reader.MoveToElement();
        return value;
    }

    private Located<string> AttributeValue(XmlReader reader)
    {
        var start = Offset(reader);
        while (start < source.Length && source.Content[start] is not ('"' or '\''))
            start++;
        if (start >= source.Length)
            return new Located<string>(reader.Value.Trim(), source.At(new TextSpan(source.Length, 0)));
        return new Located<string>(reader.Value.Trim(), source.At(RawSpan(start + 1, source.Content[start])));
    }

    private void AddComment(XmlReader reader)
    {
        var start = Offset(reader);
        var end = source.Content.IndexOf("-->", start, StringComparison.Ordinal);
        if (end >= start)
            _comments.Add(TextSpan.FromBounds(start, end));
    }

    /// <summary>The text as written up to a character, without blanks around it.</summary>
    private TextSpan RawSpan(int start, char terminator)
    {
        var end = source.Content.IndexOf(terminator, start);
        if (end < 0)
            end = source.Length;
        while (start < end && char.IsWhiteSpace(source.Content[start]))
            start++;
        while (end > start && char.IsWhiteSpace(source.Content[end - 1]))
            end--;
        return TextSpan.FromBounds(start, end);
    }

    private int Offset(XmlReader reader)
    {
        var place = (IXmlLineInfo)reader;
        var line = source.GetLine(Math.Min(Math.Max(place.LineNumber, 1), source.LineCount) - 1);
        return Math.Min(line.Start + Math.Max(place.LinePosition, 1) - 1, source.Length);
    }
}
