using System.Collections.Immutable;
using System.Globalization;
using HardenBuild.Configuration.Annotations;
using HardenBuild.Configuration.Dialects;
using HardenBuild.Rules;
using HardenBuild.Rules.Tool;
using HardenBuild.Text;

namespace HardenBuild.Configuration;

/// <summary>What the comments and annotations of one file silence in one scan. Remembers which of them were needed: not for several threads at once.</summary>
/// <remarks>
/// A comment behind code silences findings that start on its line. A comment on its own line silences findings that start on the next line of code, and those that lie in
/// the construct that begins there; comments above each other all do. Above the first line of code it also silences findings about what the file lacks.
/// <c>disable-file</c> silences the whole file from anywhere in it. Where several suppressions cover a finding, the most specific one is taken: line, innermost
/// construct, head, file; of two alike, the first. Comments to other tools reach as far as those tools say.
/// </remarks>
internal sealed class Suppressions
{
    private readonly SourceText _source;
    private readonly ISuppressionScopes _scopes;
    private readonly SuppressionPolicy _policy;
    private readonly List<Suppression> _all = [];
    private readonly List<Finding> _problems = [];
    // A place may be silenced once for each tool that would report it.
    private readonly Dictionary<Rule, List<(string? Peer, SuppressionIndex Index)>> _byRule = [];

    private Suppressions(SourceText source, ISuppressionScopes scopes, SuppressionPolicy policy)
    {
        _source = source;
        _scopes = scopes;
        _policy = policy;
    }

    /// <summary>Suppressions that do not apply (HB0010) or do not say why (HB0006), in the order of the text.</summary>
    public IReadOnlyList<Finding> Problems => _problems;

    /// <param name="comments">In the order of the text.</param>
    /// <param name="annotations">Annotations <c>hardenbuild.dev/disable</c>, for Kubernetes.</param>
    /// <param name="peerAnnotations">Annotations and labels to other tools, for Kubernetes.</param>
    public static Suppressions Parse(
        SourceText source,
        IReadOnlyList<SourceComment> comments,
        ISuppressionScopes scopes,
        SuppressionPolicy policy,
        IEnumerable<AnnotationSuppression>? annotations = null,
        IEnumerable<PeerAnnotation>? peerAnnotations = null)
    {
        var result = new Suppressions(source, scopes, policy);
        CodeLines? lines = null;
        foreach (var comment in comments)
        {
            foreach (var dialect in policy.Dialects)
            {
                foreach (var directive in dialect.Read(source, comment))
                {
                    lines ??= new CodeLines(source, comments);
                    if (directive.Scope != SuppressionScope.FileFromHead || source.GetLineIndex(comment.Span.Start) < lines.First)
                        result.Add(dialect, directive, suppression => result.Cover(comment, directive.Scope, suppression, lines));
                }
            }
        }

        foreach (var annotation in annotations ?? [])
            result.Add(annotation);

        foreach (var annotation in peerAnnotations ?? [])
        {
            if (PeerDialects.IsChosen(annotation.Dialect.Peer, policy.PeerChoice))
                result.Add(annotation);
        }

        return result;
    }

    /// <summary>Whether a finding is silenced; the suppressions that do so, one of each tool, count as used.</summary>
    /// <param name="reason">The first reason given, empty where there is none.</param>
    public bool TryMatch(Finding finding, out string reason)
    {
        reason = "";
        if (!ReferenceEquals(finding.Location.Source, _source) || !_byRule.TryGetValue(finding.Rule, out var indexes))
            return false;

        var isSilenced = false;
        foreach (var (_, index) in indexes)
        {
            if (Find(index, finding) is not { } suppression)
                continue;

            suppression.IsUsed = true;
            isSilenced = true;
            if (reason.Length == 0)
                reason = suppression.Reason;
        }

        return isSilenced;
    }

    /// <summary>Suppressions of active rules that no finding needed (HB0005). To be asked after all findings have been matched.</summary>
    public IEnumerable<Finding> Unused()
    {
        var unused = new List<Finding>();
        // Those of HB0005 itself come last: they may be needed for the others.
        foreach (var suppression in _all.Where(IsUnused).OrderBy(static suppression => suppression.Rules.Contains(UnusedSuppression.Instance)))
        {
            if (suppression.Peer is null && !suppression.IsUsed)
                Report(UnusedSuppression.Instance.At(_source.At(suppression.Name), _source.Substring(suppression.Name), "remove it"));
        }

        foreach (var ofPeer in _all.Where(IsUnused).Where(static suppression => suppression.Peer is not null).GroupBy(static suppression => suppression.Peer!))
            Report(UnusedOfPeer(ofPeer.Key, [.. ofPeer.Select(suppression => _source.At(suppression.Name)).OrderBy(static place => place.Span.Start)]));

        return unused;

        void Report(Finding finding)
        {
            if (!TryMatch(finding, out _))
                unused.Add(finding);
        }
    }

    /// <summary>Whether a suppression could have been needed and was not.</summary>
    private bool IsUnused(Suppression suppression) =>
        suppression is { IsUsed: false, IsBlanket: false } && suppression.Rules.All(_policy.IsActive);

    /// <summary>One finding for all comments to another tool: that tool may still need each of them, so there is no more to it than a look.</summary>
    private Finding UnusedOfPeer(string peer, ImmutableArray<SourceLocation> places) =>
        UnusedSuppression.Instance.At(places[0], _source.Substring(places[0].Span), $"remove it unless {peer} still needs it") with
        {
            AtMost = RuleSeverity.Suggestion,
            Related = RepeatedPlaces.AfterFirst(places, "Not needed here either"),
        };

    private Suppression? Find(SuppressionIndex index, Finding finding) =>
        index.Find(finding.Location.Start.Line, finding.Location.Span)
            ?? (index.OfHead is { } head && _scopes.IsAboutWholeFile(finding) ? head : index.OfFile);

    private void Add(AnnotationSuppression annotation)
    {
        var body = annotation.Value;
        if (body.Length >= 2 && _source.Content[body.Start] is '"' or '\'' && _source.Content[body.End - 1] == _source.Content[body.Start])
            body = new TextSpan(body.Start + 1, body.Length - 2);

        var directive = HardenBuildDialect.ReadBody(_source, body, body, SuppressionScope.Construct);
        Add(HardenBuildDialect.Instance, directive, suppression =>
        {
            foreach (var rule in suppression.Rules)
                IndexOf(rule, suppression.Peer).AddScope(annotation.Subject, suppression);
        });
    }

    private void Add(PeerAnnotation annotation)
    {
        var peer = annotation.Dialect.Peer;
        var rules = annotation.IsBlanket
            ? _policy.Rules.Aliases.OfPeer(peer)
            : annotation.Checks.SelectMany(check => _policy.Rules.Aliases.Find(peer, check).AsEnumerable()).Distinct().ToImmutableArray();
        if (rules.RemoveAll(_policy.Unsuppressible.Contains) is not { IsEmpty: false } permitted)
            return;

        if (_policy.RequiresReason && annotation.Reason.Length == 0)
            AskForReason(annotation.Place, _source.Substring(annotation.Place), annotation.Dialect.ReasonForm);
        var suppression = new Suppression(permitted, annotation.Place, annotation.Reason) { Peer = peer, IsBlanket = annotation.IsBlanket };
        _all.Add(suppression);
        foreach (var rule in permitted)
        {
            foreach (var subject in annotation.Subjects)
                IndexOf(rule, suppression.Peer).AddScope(subject, suppression);
        }
    }

    private void AskForReason(TextSpan place, string names, string form) => _problems.Add(SuppressionCommentUsed.Instance.At(_source.At(place), names, form));

    private void Add(ISuppressionDialect dialect, SuppressionDirective directive, Action<Suppression> cover)
    {
        if (directive.Error is { } error)
        {
            Refuse(error.Span, error.Message);
            return;
        }

        if (directive.Until is { } until && until.Date < _policy.DataDate)
        {
            // Another tool says itself that its comment has ended, and our finding is back.
            var date = until.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
            if (dialect.Peer is null)
                Refuse(until.Span, $"Suppression ended on '{date}' and no longer applies; fix the finding or set a new date");
            return;
        }

        var names = directive.Rules.Select(name => (Name: name, Rules: dialect.Resolve(_source.Substring(name), _policy.Rules).ToImmutableArray())).ToList();
        // A comment to another tool about checks that we do not have is none of our business.
        if (dialect.Peer is not null)
            names.RemoveAll(static name => name.Rules.IsEmpty);
        if (_policy.RequiresReason && directive.Reason.Length == 0 && names.Count > 0)
        {
            var list = string.Join(", ", names.Select(name => _source.Substring(name.Name)));
            AskForReason(directive.Span, list, dialect.ReasonForm);
        }

        foreach (var (name, rules) in names)
        {
            if (Permitted(dialect, name, rules) is not { IsEmpty: false } permitted)
                continue;

            var suppression = new Suppression(permitted, name, directive.Reason) { Peer = dialect.Peer, IsBlanket = directive.IsBlanket };
            _all.Add(suppression);
            cover(suppression);
        }
    }

    /// <summary>The rules that a name may silence. For a directive of our own it is told which do not exist and which must not be silenced.</summary>
    private ImmutableArray<Rule> Permitted(ISuppressionDialect dialect, TextSpan name, ImmutableArray<Rule> rules)
    {
        var permitted = rules.RemoveAll(_policy.Unsuppressible.Contains);
        if (dialect.Peer is not null)
            return permitted;

        var text = _source.Substring(name);
        if (rules.IsEmpty)
            Refuse(name, $"There is no rule '{text}' to suppress; correct the id or name, or remove it");
        else if (permitted.IsEmpty)
            Refuse(name, $"'{text}' must not be suppressed here: 'hardenbuild.unsuppressible' lists it; fix the finding");
        return permitted;
    }

    private void Cover(SourceComment comment, SuppressionScope scope, Suppression suppression, CodeLines lines)
    {
        foreach (var rule in suppression.Rules)
            Cover(comment, scope, (IndexOf(rule, suppression.Peer), suppression), lines);
    }

    private void Cover(SourceComment comment, SuppressionScope scope, (SuppressionIndex Index, Suppression Suppression) entry, CodeLines lines)
    {
        var (index, suppression) = entry;
        var line = _source.GetLineIndex(comment.Span.Start);
        if (scope is SuppressionScope.File or SuppressionScope.FileFromHead)
        {
            index.AddFile(suppression);
            return;
        }

        var target = comment.IsOwnLine ? lines.After(line) : line;
        if (scope == SuppressionScope.Document)
        {
            if ((_scopes.ObjectAround(comment.Span.Start) ?? _scopes.ScopeStartingAt(target)) is { } around)
                index.AddScope(around, suppression);
            return;
        }

        if (!comment.IsOwnLine && scope != SuppressionScope.Block)
        {
            index.AddLine(line, suppression);
            return;
        }

        index.AddLine(target, suppression);
        if (ConstructAt(target, scope) is { } construct)
            index.AddScope(construct, suppression);

        if (comment.IsOwnLine && line < lines.First)
            index.AddHead(suppression);
    }

    private TextSpan? ConstructAt(int line, SuppressionScope scope) => scope switch
    {
        SuppressionScope.Construct or SuppressionScope.Block => _scopes.ScopeStartingAt(line),
        SuppressionScope.Instruction => _scopes.InstructionStartingAt(line),
        _ => null,
    };

    private SuppressionIndex IndexOf(Rule rule, string? peer)
    {
        if (!_byRule.TryGetValue(rule, out var indexes))
            _byRule.Add(rule, indexes = []);
        foreach (var entry in indexes)
        {
            if (entry.Peer == peer)
                return entry.Index;
        }

        var index = new SuppressionIndex();
        indexes.Add((peer, index));
        return index;
    }

    private void Refuse(TextSpan place, string message) => _problems.Add(InvalidSuppression.Instance.At(_source.At(place), message));
}
