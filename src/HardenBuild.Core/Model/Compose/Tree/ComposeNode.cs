using System.Collections.Immutable;
using System.Globalization;
using HardenBuild.Model.Docker.Containers;
using HardenBuild.Syntax.Yaml;
using HardenBuild.Text;

namespace HardenBuild.Model.Compose.Tree;

/// <summary>A value of a Compose project: long form, merged from all files, with the text that decided it.</summary>
internal abstract class ComposeNode(YamlNode written)
{
    /// <summary>The node in the file that decided; for a value with parts from several files, the last of them.</summary>
    public YamlNode Written { get; } = written;

    public virtual SourceLocation Location => Written.Location;

    /// <summary>Where other files say something else that does not count, from the base to the last.</summary>
    public ImmutableArray<SourceLocation> Overridden { get; init; } = [];

    /// <summary>What a file wants done with the values before this one.</summary>
    /// <remarks>Compose specification, "Merge": <c>!reset</c> deletes them and itself, <c>!override</c> stands in their place.</remarks>
    public MergeTag Tag => Written.Tag switch
    {
        "!reset" => MergeTag.Reset,
        "!override" => MergeTag.Override,
        _ => MergeTag.None,
    };

    public ComposeMapping? AsMapping => this as ComposeMapping;

    public ComposeSequence? AsSequence => this as ComposeSequence;

    public ComposeScalar? AsScalar => this as ComposeScalar;

    /// <summary>Left out, <c>~</c> or <c>null</c>.</summary>
    public virtual bool IsNull => false;

    /// <summary>The text with variables replaced; null when it is null, unknown or no scalar.</summary>
    public virtual Located<string>? Text => null;

    /// <summary>The boolean; null when it is unknown or none.</summary>
    public Located<bool>? Boolean =>
        Text is { } text && YamlWords.Yaml11Boolean(text.Value) is { } value ? new Located<bool>(value, text.Location) : null;

    /// <summary>The whole number; null when it is unknown or none.</summary>
    public Located<long>? Integer =>
        Text is { } text && long.TryParse(text.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) ? new Located<long>(value, text.Location) : null;

    /// <summary>The number; null when it is unknown or none.</summary>
    public Located<double>? Number =>
        Text is { } text && double.TryParse(text.Value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) ? new Located<double>(value, text.Location) : null;

    /// <summary>The amount of memory in bytes; null when it is unknown or none.</summary>
    public Located<long>? Bytes =>
        Text is { } text && ByteSize.Parse(text.Value) is { } value ? new Located<long>(value, text.Location) : null;

    public override string ToString() => Written.ToString();
}
