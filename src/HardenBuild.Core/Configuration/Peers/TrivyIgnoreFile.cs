using System.Collections.Immutable;
using HardenBuild.Configuration.Dialects;
using HardenBuild.Rules;
using HardenBuild.Syntax.Yaml;
using HardenBuild.Text;

namespace HardenBuild.Configuration.Peers;

/// <summary><c>.trivyignore</c> and <c>.trivyignore.yaml</c> in our words.</summary>
/// <param name="dataDate">The day of the scan's data: entries that end on it or before are over.</param>
/// <remarks>Format: https://trivy.dev/latest/docs/configuration/filtering/.</remarks>
internal sealed class TrivyIgnoreFile(SourceText source, RuleIndex rules, DateTime dataDate)
{
    private const string Peer = "trivy";
    private const string Expiry = "exp:";

    private readonly ImmutableArray<PeerSeverity>.Builder _severities = ImmutableArray.CreateBuilder<PeerSeverity>();

    /// <summary>Reads a list with one check a line: <c>DS-0002 exp:2027-01-31</c>.</summary>
    public PeerFile ReadList()
    {
        for (var line = 0; line < source.LineCount; line++)
        {
            var reader = new CommentReader(source.Content, source.GetLine(line));
            reader.SkipBlanks();
            var id = reader.SkipWhile(static c => c != '#' && !char.IsWhiteSpace(c));
            reader.SkipBlanks();
            var word = source.Substring(reader.SkipWhile(static c => c != '#' && !char.IsWhiteSpace(c)));
            if (!id.IsEmpty && IsInForce(word.StartsWith(Expiry, StringComparison.Ordinal) ? word.Substring(Expiry.Length) : null))
                Add(source.Substring(id), id, glob: null);
        }

        return Result();
    }

    /// <summary>Reads <c>misconfigurations</c> with <c>id</c>, <c>paths</c> and <c>expired_at</c>.</summary>
    public PeerFile ReadYaml()
    {
        var root = YamlFile.Parse(source).Documents.FirstOrDefault()?.Root;
        foreach (var entry in root?.At("misconfigurations")?.AsSequence?.Items ?? [])
        {
            if (entry.At("id")?.AsScalar is not { } id || !IsInForce(entry.At("expired_at")?.AsScalar?.Value))
                continue;

            if (entry.At("paths")?.AsSequence is not { Items.IsEmpty: false } paths)
            {
                Add(id.Value, id.Span, glob: null);
                continue;
            }

            // A section without a slash would match in every folder; Trivy's path begins at its own.
            foreach (var path in paths.Items)
                Add(id.Value, id.Span, "/" + path.AsScalar?.Value);
        }

        return Result();
    }

    private void Add(string id, TextSpan place, string? glob)
    {
        var check = TrivyCheck.Normalize(id);
        var known = TrivyCheck.IsOfManifests(check) ? rules.OfManifests : rules;
        foreach (var rule in known.Aliases.Find(Peer, check))
            _severities.Add(new PeerSeverity(rule, RuleSeverity.None, place, glob));
    }

    private bool IsInForce(string? expiry) => expiry is null || (IsoDate.TryParse(expiry.Substring(0, Math.Min(10, expiry.Length)), out var date) && date > dataDate);

    private PeerFile Result() => new(source, Peer, _severities.ToImmutable(), []);
}
