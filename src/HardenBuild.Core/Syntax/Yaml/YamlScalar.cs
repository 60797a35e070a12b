using HardenBuild.Text;

namespace HardenBuild.Syntax.Yaml;

/// <summary>A text, number, boolean or null.</summary>
internal sealed class YamlScalar(SourceText source, TextSpan span, YamlProperties? properties, YamlScalarStyle style, string value)
    : YamlNode(source, span, properties)
{
    /// <summary>The text after quotes, escapes and folding; empty for a value that is left out.</summary>
    public string Value { get; } = value;

    public YamlScalarStyle Style { get; } = style;

    /// <summary>Written without quotes, block indicator and tag, so that its text decides whether it is a number, a boolean or null.</summary>
    public bool IsUntypedPlain => Style == YamlScalarStyle.Plain && Tag is null;

    /// <summary>Left out, <c>~</c> or <c>null</c>.</summary>
    public bool IsNull => (IsUntypedPlain && YamlWords.IsNull(Value)) || Tag == "tag:yaml.org,2002:null";

    /// <summary>The boolean of YAML 1.2's core schema: plain <c>true</c> or <c>false</c>; null for everything else.</summary>
    public bool? AsBoolean => IsUntypedPlain ? YamlWords.CoreBoolean(Value) : null;

    /// <summary>The boolean that a YAML 1.1 reader sees in a plain scalar, <c>yes</c> and <c>on</c> included: what Kubernetes accepts.</summary>
    public bool? AsYaml11Boolean => IsUntypedPlain ? YamlWords.Yaml11Boolean(Value) : null;

    /// <summary>The boolean that Compose sees where it expects one: as <see cref="AsYaml11Boolean"/>, also in quotes.</summary>
    public bool? AsQuotableBoolean => YamlWords.Yaml11Boolean(Value);

    /// <summary>The whole number in a plain scalar, in any of Go's notations (<c>0x10</c>, <c>0o17</c>, <c>017</c>, <c>1_000</c>); null for everything else.</summary>
    public long? AsInteger => IsUntypedPlain ? YamlWords.Integer(Value) : null;

    /// <summary>Where the text itself is written: without quotes, and without the indicator line of a block scalar.</summary>
    public TextSpan ContentSpan => Style switch
    {
        YamlScalarStyle.SingleQuoted or YamlScalarStyle.DoubleQuoted when Span.Length >= 2 => new TextSpan(Span.Start + 1, Span.Length - 2),
        YamlScalarStyle.Literal or YamlScalarStyle.Folded => YamlBlockScalar.Content(Source.Content, Span),
        _ => Span,
    };

    /// <summary>Where a part of <see cref="Value"/> is written, for scalars that stand on one line without escapes and for literal ones; null where text and value differ.</summary>
    /// <param name="start">Offset into <see cref="Value"/>.</param>
    /// <param name="length">Length in <see cref="Value"/>.</param>
    public TextSpan? SpanOf(int start, int length)
    {
        if ((uint)start > (uint)Value.Length || (uint)length > (uint)(Value.Length - start))
            return null;
        if (Style == YamlScalarStyle.Literal)
            return YamlBlockScalar.SpanOf(this, start, length);
        var content = ContentSpan;
        var isVerbatim = content.Length == Value.Length && string.CompareOrdinal(Source.Content, content.Start, Value, 0, Value.Length) == 0;
        return isVerbatim ? new TextSpan(content.Start + start, length) : null;
    }

    /// <summary>Where each character of <see cref="Value"/> is written, and its end; null where that cannot be told.</summary>
    public int[]? Offsets()
    {
        if (Style == YamlScalarStyle.Literal)
            return YamlBlockScalar.Offsets(this);
        if (SpanOf(0, Value.Length) is not { } span)
            return Style == YamlScalarStyle.DoubleQuoted ? EscapedOffsets() : null;
        var offsets = new int[Value.Length + 1];
        for (var i = 0; i <= Value.Length; i++)
            offsets[i] = span.Start + i;
        return offsets;
    }

    /// <summary>The value read as YAML, with spans in the file; null where its text and value differ by more than the indentation, or the value is not YAML.</summary>
    /// <remarks>The lines of a literal scalar share their indentation, so that they are the same YAML where they stand.</remarks>
    public YamlFile? ParseValue()
    {
        if (Style != YamlScalarStyle.Literal)
            return null;
        var content = ContentSpan;
        var start = content.Start;
        while (start > 0 && Source.Content[start - 1] is ' ')
            start--;
        var file = new YamlReader(Source).ReadPart(TextSpan.FromBounds(start, content.End));
        return file.Errors.IsEmpty ? file : null;
    }

    /// <summary>As <see cref="SpanOf"/>, with the whole content where the part cannot be told apart.</summary>
    public SourceLocation LocationOf(int start, int length) => new(Source, SpanOf(start, length) ?? ContentSpan);

    // Of the escapes those that stand for the character behind the backslash; a text with others, or with a line break, is left alone.
    private int[]? EscapedOffsets()
    {
        var offsets = new int[Value.Length + 1];
        var content = ContentSpan;
        var position = content.Start;
        for (var i = 0; i < Value.Length; i++, position++)
        {
            offsets[i] = position;
            if (position < content.End && Source.Content[position] == '\\')
                position++;
            if (position >= content.End || Source.Content[position] != Value[i])
                return null;
        }

        offsets[Value.Length] = content.End;
        return position == content.End ? offsets : null;
    }
}
