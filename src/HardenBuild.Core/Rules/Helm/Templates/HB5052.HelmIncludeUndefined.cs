using HardenBuild.Model.Helm;
using HardenBuild.Syntax.GoTemplate;
using HardenBuild.Syntax.GoTemplate.Nodes;

namespace HardenBuild.Rules.Helm.Templates;

/// <summary>A named template that nobody defines.</summary>
internal sealed class HelmIncludeUndefined() : ChartRule("HB5052", RuleSeverity.Error, RuleSeverity.Error)
{
    public override IEnumerable<Finding> Analyze(ChartModel chart)
    {
        // What is missing may be defined in what could not be loaded or parsed, or in a text that is run.
        if (chart.LoadErrors.Length > 0 || chart.Chart.Metadata.IsLibrary || chart.Chart.Parsed.Files.Any(static file => file.Errors.Count > 0))
            yield break;
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var file in chart.Chart.Parsed.Files)
        {
            names.Add(file.Main.Name);
            foreach (var definition in file.Definitions)
                names.Add(definition.Name);
        }

        var failing = new HashSet<Text.SourceLocation>(chart.Scenarios.SelectMany(static scenario => scenario.Rendered.Errors).Select(static error => error.Location));
        foreach (var template in chart.Templates)
        {
            foreach (var node in TemplateWalk.Nodes(template))
            {
                if (node is CommandNode { Words: [FunctionNode { Name: "include" }, StringNode { Content: var name } literal, ..] } && !names.Contains(name) && !failing.Contains(node.LocationIn(template.Source)))
                    yield return Report(literal.LocationIn(template.Source), name) with { AtMost = RuleSeverity.Warning };
            }
        }
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(HelmIncludeUndefined),
        Title = "Template includes a name that nobody defines",
        MessageFormat = "No template of the chart or its subcharts defines '{0}', so the chart fails where this runs; correct the name, or add the library chart that defines it",
        Rationale = "Helm finds out only when the branch runs: the chart fails to install with the one set of values that nobody tried.",
        WhenToIgnore = "When a text that is run with tpl defines the name.",
        CatalogueSlugs = ["helm-include-undefined"],
        SecuritySeverity = SecuritySeverity.None,
        Precision = RulePrecision.High,
        References = [RuleReference.Cwe(1164)],
        Violations = [new("templates/deployment.yaml", "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: web\n{{- if .Values.labelled }}\n  labels:\n    app: {{ include [|\"shop.lables\"|] . }}\n{{- end }}\n") { Beside = [new("templates/_helpers.tpl", "{{- define \"shop.labels\" -}}\nweb\n{{- end }}\n"), new("values.yaml", "labelled: false\n")] }],
        Fixed = [new("templates/deployment.yaml", "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: web\n{{- if .Values.labelled }}\n  labels:\n    app: {{ include \"shop.labels\" . }}\n{{- end }}\n") { Beside = [new("templates/_helpers.tpl", "{{- define \"shop.labels\" -}}\nweb\n{{- end }}\n"), new("values.yaml", "labelled: false\n")] }],
    };
}
