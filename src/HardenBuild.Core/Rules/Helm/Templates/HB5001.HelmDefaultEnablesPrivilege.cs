using System.Collections.Immutable;
using HardenBuild.Model.Helm;
using HardenBuild.Syntax.GoTemplate;
using HardenBuild.Syntax.GoTemplate.Nodes;
using HardenBuild.Text;

namespace HardenBuild.Rules.Helm.Templates;

/// <summary>A default that gives away a protection.</summary>
internal sealed class HelmDefaultEnablesPrivilege() : OwnTemplateRule("HB5001", RuleSeverity.Error, RuleSeverity.Error)
{
    protected override IEnumerable<Finding> Analyze(GoTemplateFile template, ChartModel chart)
    {
        foreach (var call in DefaultCall.Of(template))
        {
            if (!IsUnsafe(call) || IsRendered(call, template, chart))
                continue;
            var path = ValuePaths.Of(call.Value).ToImmutableArray();
            var finding = Report(call.Literal.LocationIn(template.Source), call.Literal.ToString(), string.Join(".", path)) with
            {
                // A safe value of the chart's own has to be removed first.
                AtMost = call.Literal is not BooleanNode && ValuePaths.Find(chart, path.AsSpan()) is { IsTrue: true } ? RuleSeverity.Suggestion : RuleSeverity.Error,
            };
            yield return ValuePaths.Find(chart, path.AsSpan())?.Origin is { } origin ? finding with { Related = [new RelatedLocation(origin.Location, $"Value of '{origin.Path}'")] } : finding;
        }
    }

    /// <summary>Whether this rule has something to say about a call, be it that the rules for Kubernetes say it where it is rendered.</summary>
    internal static bool IsUnsafe(DefaultCall call)
    {
        var path = ValuePaths.Of(call.Value);
        if (path.Length == 0)
            return false;
        return (path[path.Length - 1], call.Literal) switch
        {
            ("privileged" or "allowPrivilegeEscalation" or "hostNetwork" or "hostPID" or "hostIPC" or "hostProcess", BooleanNode { IsTrue: true }) => true,
            ("runAsUser", NumberNode { Text: "0" }) => true,
            ("procMount", StringNode { Content: "Unmasked" }) => true,
            ("type", StringNode { Content: "Unconfined" }) => path.Length > 1 && path[path.Length - 2] == "seccompProfile",
            _ => false,
        };
    }

    /// <summary>The rules for Kubernetes see what the action prints.</summary>
    private static bool IsRendered(DefaultCall call, GoTemplateFile template, ChartModel chart)
    {
        foreach (var scenario in chart.Scenarios)
        {
            foreach (var file in scenario.Rendered.Files)
            {
                foreach (var segment in file.Text.Segments)
                {
                    if (!segment.Origin.IsVerbatim && Covers(segment.Origin, call, template.Source))
                        return true;
                }
            }
        }

        return false;
    }

    private static bool Covers(TextOrigin origin, DefaultCall call, SourceText source) => origin.Place.Source == source && origin.Place.Span.Contains(call.Literal.Span);

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(HelmDefaultEnablesPrivilege),
        Title = "Template falls back to a setting that removes a protection",
        MessageFormat = "Without '{1}' the container gets '{0}', and an explicit 'false' or '0' counts as not given; fall back to the safe setting",
        Rationale = "To the functions of Helm false and 0 are empty, so that the default wins over somebody who switches the protection on. Where the branch is rendered, the rules for Kubernetes report what it prints; this rule sees the branches that no set of values in the repository renders.",
        WhenToIgnore = "When the branch is for a node agent that needs the privilege.",
        CatalogueSlugs = ["helm-default-enables-privilege"],
        SecuritySeverity = SecuritySeverity.High,
        Precision = RulePrecision.VeryHigh,
        References = [RuleReference.Cwe(1188), RuleReference.OwaspKubernetes("K01:2022")],
        Violations = [new("templates/debug.yaml", "{{- if .Values.debug.enabled }}\napiVersion: v1\nkind: Pod\nmetadata:\n  name: dotnet-monitor\nspec:\n  containers:\n    - name: monitor\n      image: mcr.microsoft.com/dotnet/monitor:8.0.1\n      securityContext:\n        privileged: {{ .Values.debug.privileged | default [|true|] }}\n{{- end }}\n") { Beside = [new("values.yaml", "debug:\n  enabled: false\n")] }],
        Fixed = [new("templates/debug.yaml", "{{- if .Values.debug.enabled }}\napiVersion: v1\nkind: Pod\nmetadata:\n  name: dotnet-monitor\nspec:\n  containers:\n    - name: monitor\n      image: mcr.microsoft.com/dotnet/monitor:8.0.1\n      securityContext:\n        privileged: {{ .Values.debug.privileged | default false }}\n{{- end }}\n") { Beside = [new("values.yaml", "debug:\n  enabled: false\n")] }],
    };
}
