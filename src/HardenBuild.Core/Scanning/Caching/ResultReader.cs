using System.Collections.Immutable;
using System.Text;
using HardenBuild.Model.Docker.Context;
using HardenBuild.Rules;
using HardenBuild.Text;

namespace HardenBuild.Scanning.Caching;

/// <summary>Reads what <see cref="ResultWriter"/> wrote. Believes nothing: any bytes give a result or null.</summary>
internal sealed class ResultReader : IDisposable
{
    private readonly BinaryReader _reader;
    private readonly ScanInputs _inputs;
    private readonly RepositoryFiles _files;
    private readonly Dictionary<string, Rule> _rules = new(StringComparer.Ordinal);

    private ResultReader(byte[] payload, ScanInputs inputs, RepositoryFiles files)
    {
        _reader = new BinaryReader(new MemoryStream(payload, writable: false), Encoding.UTF8);
        _inputs = inputs;
        _files = files;
        foreach (var rule in RuleCatalog.All)
            _rules[rule.Id] = rule;
    }

    /// <summary>The result, if it is of this key and the disk still answers what the rules asked; else null.</summary>
    public static KeptResult? TryRead(byte[] payload, string key, ScanInputs inputs, RepositoryFiles files)
    {
        try
        {
            using var reader = new ResultReader(payload, inputs, files);
            return reader.Read(key);
        }
        catch (Exception e) when (e is IOException or FormatException or ArgumentException or OverflowException)
        {
            return null;
        }
    }

    public void Dispose() => _reader.Dispose();

    private KeptResult? Read(string key)
    {
        if (_reader.ReadString() != key)
            return null;
        var answers = ReadMany(() => new FileAnswer((FileQuestion)_reader.ReadByte(), _reader.ReadString(), ReadOptional()));
        if (!RecordedFiles.Hold(answers, _files))
            return null;
        var files = ReadMany(_reader.ReadString);
        var pathErrors = ReadMany(_reader.ReadString);
        var templates = _reader.ReadInt32();
        var known = KnownSources();
        var sources = ReadMany(() => ReadSource(known));
        return new KeptResult(key, answers, new ScanResult
        {
            Root = _inputs.Root,
            Files = files,
            PathErrors = pathErrors,
            TemplatesNotRendered = templates,
            Findings = ReadMany(() => ReadFinding(sources)),
        });
    }

    private ReportedFinding ReadFinding(ImmutableArray<SourceText> sources)
    {
        var severity = ReadSeverity();
        var suppressedBy = ReadOptional();
        var isInBaseline = _reader.ReadBoolean();
        var id = _reader.ReadString();
        var rule = _rules.TryGetValue(id, out var known) ? known : throw new FormatException($"No rule '{id}'");
        return new ReportedFinding(
            new Finding(rule, ReadLocation(sources), ReadMany(_reader.ReadString))
            {
                LogicalPath = ReadOptional(),
                AtMost = ReadSeverity(),
                Related = ReadMany(() => new RelatedLocation(ReadLocation(sources), _reader.ReadString())),
            },
            severity,
            suppressedBy)
        {
            IsInBaseline = isInBaseline,
        };
    }

    private RuleSeverity ReadSeverity() => (RuleSeverity)_reader.ReadByte() is var severity and >= RuleSeverity.None and <= RuleSeverity.Error
        ? severity
        : throw new FormatException("No severity");

    private SourceLocation ReadLocation(ImmutableArray<SourceText> sources)
    {
        var index = _reader.ReadInt32();
        if (index < 0 || index >= sources.Length)
            throw new FormatException("No such text");
        var source = sources[index];
        var span = new TextSpan(_reader.ReadInt32(), _reader.ReadInt32());
        if (span.Start < 0 || span.Length < 0 || span.Start > source.Length - span.Length)
            throw new FormatException("Outside of the text");
        return source.At(span);
    }

    /// <summary>The text that was read now, if it is the one that was written about.</summary>
    private SourceText ReadSource(Dictionary<string, SourceText> known)
    {
        var path = _reader.ReadString();
        var hash = _reader.ReadString();
        if (known.TryGetValue(path, out var input) && ContentHash.Of(input) == hash)
            return input;

        // What could not be read is reported at an empty text.
        if (SourceText.From(path, "") is var empty && ContentHash.Of(empty) == hash)
            return empty;
        return _files.Read(path) is { } beside && ContentHash.Of(beside) == hash ? beside : throw new FormatException($"'{path}' has changed");
    }

    private Dictionary<string, SourceText> KnownSources()
    {
        var known = new Dictionary<string, SourceText>(StringComparer.Ordinal);
        foreach (var file in _inputs.Configurations.Concat(_inputs.PeerConfigurations))
            known[file.Text.Path] = file.Text;
        if (_inputs.Baseline is { } baseline)
            known[baseline.Path] = baseline;
        foreach (var file in _inputs.Files)
        {
            if (file.Variables is { } variables)
                known[variables.Path] = variables;
            if (file.Text is { } text)
                known[text.Path] = text;
        }

        return known;
    }

    private string? ReadOptional() => _reader.ReadBoolean() ? _reader.ReadString() : null;

    private ImmutableArray<T> ReadMany<T>(Func<T> read)
    {
        var count = _reader.ReadInt32();
        // Every value takes a byte at least, so that a false count cannot make a large array.
        if (count < 0 || count > _reader.BaseStream.Length - _reader.BaseStream.Position)
            throw new FormatException("No count");
        var values = ImmutableArray.CreateBuilder<T>();
        for (var i = 0; i < count; i++)
            values.Add(read());
        return values.ToImmutable();
    }
}
