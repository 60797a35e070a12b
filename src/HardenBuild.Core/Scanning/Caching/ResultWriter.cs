using System.Text;
using HardenBuild.Model.Secrets;
using HardenBuild.Rules;
using HardenBuild.Text;

namespace HardenBuild.Scanning.Caching;

/// <summary>Writes a result as <see cref="ResultReader"/> reads it. Of the texts that findings point into only a hash is written.</summary>
internal sealed class ResultWriter : IDisposable
{
    // Half a surrogate pair, from an escape in a user's text, would come back as another character.
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly MemoryStream _stream = new();
    private readonly BinaryWriter _writer;
    private readonly Dictionary<SourceText, int> _sources = [];

    private ResultWriter() => _writer = new BinaryWriter(_stream, Strict);

    /// <exception cref="ArgumentException">A text of the result is no valid Unicode, or would carry a credential.</exception>
    public static byte[] Write(KeptResult kept)
    {
        using var writer = new ResultWriter();
        writer.Add(kept);
        writer._writer.Flush();
        return writer._stream.ToArray();
    }

    public void Dispose() => _writer.Dispose();

    private void Add(KeptResult kept)
    {
        _writer.Write(kept.Key);
        _writer.Write(kept.Answers.Length);
        foreach (var answer in kept.Answers)
        {
            _writer.Write((byte)answer.Question);
            _writer.Write(answer.Path);
            AddOptional(answer.Answer);
        }

        Add(kept.Result.Files);
        Add(kept.Result.PathErrors);
        _writer.Write(kept.Result.TemplatesNotRendered);
        AddSources(kept.Result);
        _writer.Write(kept.Result.Findings.Length);
        foreach (var reported in kept.Result.Findings)
            Add(reported);
    }

    private void AddSources(ScanResult result)
    {
        var ordered = new List<SourceText>();
        foreach (var reported in result.Findings)
        {
            Note(reported.Finding.Location);
            foreach (var related in reported.Finding.Related)
                Note(related.Location);
        }

        _writer.Write(ordered.Count);
        foreach (var source in ordered)
        {
            _writer.Write(source.Path);
            _writer.Write(ContentHash.Of(source));
        }

        void Note(SourceLocation location)
        {
            if (_sources.ContainsKey(location.Source))
                return;
            _sources.Add(location.Source, ordered.Count);
            ordered.Add(location.Source);
        }
    }

    private void Add(ReportedFinding reported)
    {
        var finding = reported.Finding;
        _writer.Write((byte)reported.Severity);
        AddOptional(reported.SuppressedBy);
        _writer.Write(reported.IsInBaseline);
        _writer.Write(finding.Rule.Id);
        Add(finding.Location);
        Add(Masked(finding).Arguments);
        AddOptional(finding.LogicalPath);
        _writer.Write((byte)finding.AtMost);
        _writer.Write(finding.Related.Length);
        foreach (var related in finding.Related)
        {
            Add(related.Location);
            _writer.Write(related.Message);
        }
    }

    // Credentials that arguments quote are masked in messages, and must not be written either.
    private static Finding Masked(Finding finding)
    {
        var masked = finding with { Arguments = [.. finding.Arguments.Select(SecretMask.Apply)] };
        return masked.Message == finding.Message ? masked : throw new ArgumentException("A credential is masked in the message only as a whole", nameof(finding));
    }

    private void Add(SourceLocation location)
    {
        _writer.Write(_sources[location.Source]);
        _writer.Write(location.Span.Start);
        _writer.Write(location.Span.Length);
    }

    private void Add(IReadOnlyCollection<string> texts)
    {
        _writer.Write(texts.Count);
        foreach (var text in texts)
            _writer.Write(text);
    }

    private void AddOptional(string? text)
    {
        _writer.Write(text is not null);
        if (text is not null)
            _writer.Write(text);
    }
}
