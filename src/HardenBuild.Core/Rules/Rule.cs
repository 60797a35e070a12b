namespace HardenBuild.Rules;

/// <summary>A stateless function from one typed subject to findings. Knows nothing of severity in force, configuration files or IO.</summary>
public abstract class Rule
{
    private RuleMetadata? _metadata;

    private protected Rule(string id, RuleSeverity defaultSeverity, RuleSeverity hardenedSeverity)
    {
        Id = id;
        DefaultSeverity = defaultSeverity;
        HardenedSeverity = hardenedSeverity;
    }

    /// <summary><c>HB</c> and four digits; never reused.</summary>
    public string Id { get; }

    /// <summary>Severity in mode <c>default</c>.</summary>
    public RuleSeverity DefaultSeverity { get; }

    /// <summary>Severity in mode <c>hardened</c>.</summary>
    public RuleSeverity HardenedSeverity { get; }

    public RuleCategory Category => (RuleCategory)(Id[2] - '0');

    /// <summary>Built when first asked for: hundreds of eager objects would cost more than a whole scan.</summary>
    public RuleMetadata Metadata => _metadata ??= Describe();

    /// <summary>The page that explains the rule.</summary>
    public Uri HelpUri => new($"https://github.com/hardenbuild/hardenbuild/blob/main/docs/rules/{Id}.md");

    /// <summary>Whether the rule says something about what a chart renders. False where it asks what is only known when the chart is installed.</summary>
    internal virtual bool KnowsCharts => true;

    /// <summary>Whether what the rule says at many places of a chart is one finding, because one decision answers all of them.</summary>
    internal virtual bool IsOncePerChart => false;

    public override string ToString() => Id;

    protected abstract RuleMetadata Describe();

    /// <param name="location">The smallest token a person would change.</param>
    /// <param name="arguments">Values for <see cref="RuleMetadata.MessageFormat"/>.</param>
    protected Finding Report(Text.SourceLocation location, params ReadOnlySpan<string> arguments) => new(this, location, [.. arguments]);
}
