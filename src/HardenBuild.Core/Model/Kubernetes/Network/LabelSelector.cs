using System.Collections.Immutable;
using HardenBuild.Model.Kubernetes.Sets;
using HardenBuild.Syntax.Yaml;
using HardenBuild.Text;

namespace HardenBuild.Model.Kubernetes.Network;

/// <summary>A selector of pods by their labels.</summary>
internal sealed class LabelSelector
{
    private static readonly LabelRequirement UnknownRequirement = new("", LabelOperator.Unknown, []);

    private LabelSelector(SourceLocation? location, ImmutableArray<LabelRequirement> requirements)
    {
        Location = location;
        Requirements = requirements;
    }

    public static LabelSelector Absent { get; } = new(null, []);

    public static LabelSelector Unknown { get; } = new(null, [UnknownRequirement]);

    /// <summary>Selects every pod.</summary>
    public static LabelSelector Everything { get; } = new(null, []);

    public ImmutableArray<LabelRequirement> Requirements { get; }

    /// <summary>The selector's text; null where it is not written.</summary>
    public SourceLocation? Location { get; }

    /// <summary>Without conditions. What that means depends on the field: a policy selects all pods then, a Service none.</summary>
    public bool IsEmpty => Requirements.IsEmpty;

    /// <summary>Every condition can be told.</summary>
    public bool IsKnown => !Requirements.Any(static requirement => requirement.Operator == LabelOperator.Unknown);

    /// <summary>Labels and their values, as in the selector of a Service.</summary>
    public static LabelSelector FromMap(YamlNode? node)
    {
        var requirements = ImmutableArray.CreateBuilder<LabelRequirement>();
        AddLabels(new ManifestFields(node), requirements);
        return Create(node, requirements);
    }

    /// <summary><c>matchLabels</c> and <c>matchExpressions</c>.</summary>
    public static LabelSelector From(YamlNode? node)
    {
        var fields = new ManifestFields(node);
        if (fields.IsUnknown)
            return Unknown;
        var requirements = ImmutableArray.CreateBuilder<LabelRequirement>();
        AddLabels(fields.Object("matchLabels"), requirements);
        if (fields.Mapping?["matchExpressions"] is { } expressions && expressions.AsSequence is null && expressions.AsScalar is not { IsNull: true })
            requirements.Add(UnknownRequirement);
        foreach (var expression in fields.Objects("matchExpressions"))
            requirements.Add(Expression(new ManifestFields(expression)));

        // Labels right under the selector are a common slip that the API refuses; what is meant is plain.
        if (requirements.Count == 0 && fields.Mapping is { } mapping && mapping["matchLabels"] is null && mapping["matchExpressions"] is null)
            AddLabels(fields, requirements);
        return Create(fields.Mapping is { Members.Length: 1 } single && single["matchLabels"] is { } labels ? labels : node, requirements);
    }

    public Answer Matches(ManifestFields labels)
    {
        var answer = Answer.Yes;
        foreach (var requirement in Requirements)
        {
            var holds = requirement.Holds(labels);
            if (holds == Answer.No)
                return Answer.No;
            if (holds == Answer.Unknown)
                answer = Answer.Unknown;
        }

        return answer;
    }

    public override string ToString() => string.Join(", ", Requirements.Select(static requirement => requirement.Operator switch
    {
        LabelOperator.In when requirement.Values.Length == 1 => $"{requirement.Key}: {requirement.Values[0]}",
        LabelOperator.In => $"{requirement.Key} in ({string.Join(", ", requirement.Values)})",
        LabelOperator.NotIn => $"{requirement.Key} not in ({string.Join(", ", requirement.Values)})",
        LabelOperator.Exists => requirement.Key,
        LabelOperator.DoesNotExist => "!" + requirement.Key,
        _ => "?",
    }));

    private static LabelSelector Create(YamlNode? node, ImmutableArray<LabelRequirement>.Builder requirements) =>
        new(node is { Span.IsEmpty: false } written ? written.Location : null, requirements.ToImmutable());

    private static void AddLabels(ManifestFields labels, ImmutableArray<LabelRequirement>.Builder requirements)
    {
        if (labels.IsUnknown)
            requirements.Add(UnknownRequirement);
        foreach (var member in labels.Mapping?.EffectiveMembers() ?? [])
        {
            if (member.Key is not { } key || Placeholders.IsPlaceholder(key.Value) || labels.Text(key.Value) is not { Known: { } value })
                requirements.Add(UnknownRequirement);
            else
                requirements.Add(new LabelRequirement(LabelKey(key.Value), LabelOperator.In, [value.Value]));
        }
    }

    private static LabelRequirement Expression(ManifestFields fields)
    {
        var values = fields.Texts("values");
        if (fields.Text("key").Known is not { } key || fields.Text("operator").Known is not { } name || values.IsUnknown)
            return UnknownRequirement;
        var @operator = name.Value switch
        {
            "In" => LabelOperator.In,
            "NotIn" => LabelOperator.NotIn,
            "Exists" => LabelOperator.Exists,
            "DoesNotExist" => LabelOperator.DoesNotExist,
            _ => LabelOperator.Unknown,
        };
        return new LabelRequirement(LabelKey(key.Value), @operator, [.. values.Items.Select(static item => item.Value)]);
    }

    // Cilium writes where a label comes from before its key: https://docs.cilium.io/en/stable/gettingstarted/terminology/#label-source
    private static string LabelKey(string key) =>
        key.StartsWith("k8s:", StringComparison.Ordinal) || key.StartsWith("any:", StringComparison.Ordinal) ? key.Substring(4) : key;
}
