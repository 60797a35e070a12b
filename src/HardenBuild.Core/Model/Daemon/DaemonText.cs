using HardenBuild.Syntax.Shell.CommandLine;
using HardenBuild.Syntax.Yaml;
using HardenBuild.Text;

namespace HardenBuild.Model.Daemon;

/// <summary>A text that dockerd is given, in <c>daemon.json</c> or behind a flag; its parts can be located.</summary>
internal readonly struct DaemonText
{
    private readonly YamlScalar? _scalar;
    private readonly CommandOption? _option;
    private readonly SourceText? _source;
    private readonly int _start;

    public DaemonText(YamlScalar scalar)
    {
        _scalar = scalar;
        Value = scalar.Value;
    }

    /// <param name="source">The text that the option's spans lie in.</param>
    /// <param name="start">Where the text starts in the option's value: behind <c>max-size=</c>.</param>
    public DaemonText(CommandOption option, SourceText source, int start = 0)
    {
        _option = option;
        _source = source;
        _start = start;
        Value = option.ValuePrefix.Substring(start);
    }

    public string Value { get; }

    /// <summary>The text without quotes, unless it is empty.</summary>
    public Located<string> Located => new(Value, Location);

    public SourceLocation Location => _scalar switch
    {
        null => _start == 0 ? _source!.At(_option!.ValueSpan) : LocationOf(0, Value.Length),
        { Value.Length: 0 } => _scalar.Location,
        _ => _scalar.LocationOf(0, Value.Length),
    };

    public SourceLocation LocationOf(int start, int length) =>
        _scalar is not null ? _scalar.LocationOf(start, length) : _source!.At(_option!.SpanInValue(_start + start, length));
}
