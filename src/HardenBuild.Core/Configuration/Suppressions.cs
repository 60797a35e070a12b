using System.Collections.Immutable;
using System.Globalization;
using HardenBuild.Rules;
using HardenBuild.Rules.Tool;
using HardenBuild.Text;

namespace HardenBuild.Configuration;

/// <summary>What the comments and annotations of one file silence in one scan. Remembers which of them were needed: not for several threads at once.</summary>
/// <remarks>
/// A comment behind code silences findings that start on its line. A comment on its own line silences findings that start on the next line of code, and those that lie in
/// the construct that begins there; comments above each other all do. Above the first line of code it also silences findings about what the file lacks.
/// <c>disable-file</c> silences the whole file from anywhere in it. Where several suppressions cover a finding, the most specific one is taken: line, innermost
/// construct, head, file; of two alike, the first.
/// </remarks>
internal sealed class Suppressions
{
    private static readonly ImmutableArray<ISuppressionDialect> s_dialects = [HardenBuildDialect.Instance];

    private readonly SourceText _source;
    private readonly ISuppressionScopes _scopes;
    private readonly SuppressionPolicy _policy;
    private readonly List<Suppression> _all = [];
    private readonly List<Finding> _problems = [];
    private readonly Dictionary<Rule, SuppressionIndex> _byRule = [];

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
    public static Suppressions Parse(
        SourceText source,
        IReadOnlyList<SourceComment> comments,
        ISuppressionScopes scopes,
        SuppressionPolicy policy,
        IEnumerable<AnnotationSuppression>? annotations = null)
    {
        var result = new Suppressions(source, scopes, policy);
        CodeLines? lines = null;
        foreach (var comment in comments)
        {
            foreach (var dialect in s_dialects)
            {
                if (dialect.Read(source, comment.Span) is not { } directive)
                    continue;

                lines ??= new CodeLines(source, comments);
                result.Add(dialect, directive, suppression => result.Cover(comment, directive, suppression, lines));
                break;
            }
        }

        foreach (var annotation in annotations ?? [])
            result.Add(annotation);

        return result;
    }

    /// <summary>Whether a finding is silenced; the suppression that does so counts as used.</summary>
    /// <param name="reason">Its reason, empty where it gives none.</param>
    public bool TryMatch(Finding finding, out string reason)
    {
        var suppression = Find(finding);
        reason = suppression?.Reason ?? "";
        if (suppression is null)
            return false;

        suppression.IsUsed = true;
        return true;
    }

    /// <summary>Suppressions of active rules that no finding needed (HB0005). To be asked after all findings have been matched.</summary>
    public IEnumerable<Finding> Unused()
    {
        var unused = new List<Finding>();
        // Those of HB0005 itself come last: they may be needed for the others.
        foreach (var suppression in _all.OrderBy(suppression => suppression.Rule is UnusedSuppression))
        {
            if (suppression.IsUsed || !_policy.IsActive(suppression.Rule))
                continue;

            var finding = UnusedSuppression.Instance.At(_source.At(suppression.Name), _source.Substring(suppression.Name));
            if (!TryMatch(finding, out _))
                unused.Add(finding);
        }

        return unused;
    }

    private Suppression? Find(Finding finding)
    {
        if (!ReferenceEquals(finding.Location.Source, _source) || !_byRule.TryGetValue(finding.Rule, out var index))
            return null;

        return index.Find(finding.Location.Start.Line, finding.Location.Span)
            ?? (index.OfHead is { } head && _scopes.IsAboutWholeFile(finding) ? head : index.OfFile);
    }

    private void Add(AnnotationSuppression annotation)
    {
        var body = annotation.Value;
        if (body.Length >= 2 && _source.Content[body.Start] is '"' or '\'' && _source.Content[body.End - 1] == _source.Content[body.Start])
            body = new TextSpan(body.Start + 1, body.Length - 2);

        var directive = HardenBuildDialect.ReadBody(_source, body, body, isForFile: false);
        Add(HardenBuildDialect.Instance, directive, suppression => IndexOf(suppression.Rule).AddScope(annotation.Subject, suppression));
    }

    private void Add(ISuppressionDialect dialect, SuppressionDirective directive, Action<Suppression> cover)
    {
        if (directive.Error is { } error)
        {
            Refuse(error.Span, error.Message);
            return;
        }

        if (directive.Until is { } until && until.Date < _policy.DataDate)
        {
            var date = until.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
            Refuse(until.Span, $"Suppression ended on '{date}' and no longer applies; fix the finding or set a new date");
            return;
        }

        if (_policy.RequiresReason && directive.Reason.Length == 0)
        {
            var names = string.Join(", ", directive.Rules.Select(_source.Substring));
            _problems.Add(SuppressionCommentUsed.Instance.At(_source.At(directive.Span), names));
        }

        foreach (var name in directive.Rules)
            Add(dialect, name, directive.Reason, cover);
    }

    private void Add(ISuppressionDialect dialect, TextSpan name, string reason, Action<Suppression> cover)
    {
        var text = _source.Substring(name);
        var isKnown = false;
        foreach (var rule in dialect.Resolve(text, _policy.Rules))
        {
            isKnown = true;
            if (_policy.Unsuppressible.Contains(rule))
            {
                Refuse(name, $"'{text}' must not be suppressed here: 'hardenbuild.unsuppressible' lists it; fix the finding");
                continue;
            }

            var suppression = new Suppression(rule, name, reason);
            _all.Add(suppression);
            cover(suppression);
        }

        if (!isKnown)
            Refuse(name, $"There is no rule '{text}' to suppress; correct the id or name, or remove it");
    }

    private void Cover(SourceComment comment, SuppressionDirective directive, Suppression suppression, CodeLines lines)
    {
        var index = IndexOf(suppression.Rule);
        var line = _source.GetLineIndex(comment.Span.Start);
        if (directive.IsForFile)
        {
            index.AddFile(suppression);
            return;
        }

        if (!comment.IsOwnLine)
        {
            index.AddLine(line, suppression);
            return;
        }

        var target = lines.After(line);
        index.AddLine(target, suppression);
        if (_scopes.ScopeStartingAt(target) is { } scope)
            index.AddScope(scope, suppression);

        if (line < lines.First)
            index.AddHead(suppression);
    }

    private SuppressionIndex IndexOf(Rule rule)
    {
        if (!_byRule.TryGetValue(rule, out var index))
            _byRule.Add(rule, index = new SuppressionIndex());
        return index;
    }

    private void Refuse(TextSpan place, string message) => _problems.Add(InvalidSuppression.Instance.At(_source.At(place), message));
}
