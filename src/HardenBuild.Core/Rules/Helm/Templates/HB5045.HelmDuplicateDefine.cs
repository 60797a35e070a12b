using HardenBuild.Model.Docker.Context;
using HardenBuild.Model.Helm;
using HardenBuild.Syntax.GoTemplate;

namespace HardenBuild.Rules.Helm.Templates;

/// <summary>A named template that another file of the chart defines too.</summary>
internal sealed class HelmDuplicateDefine() : ChartRule("HB5045", RuleSeverity.Warning, RuleSeverity.Warning)
{
    public override IEnumerable<Finding> Analyze(ChartModel chart)
    {
        var known = new Dictionary<(string Folder, string Name), (TemplateDefinition Definition, string Text)>();
        // In the order in which Helm parses them backwards: the first met here is the one that wins.
        foreach (var template in chart.Templates.OrderBy(static file => file.Source.Path.Count(static c => c == '/')).ThenBy(static file => file.Source.Path, StringComparer.Ordinal))
        {
            foreach (var definition in template.Definitions)
            {
                if (definition.IsEmpty)
                    continue;
                var key = (CleanPath.Folder(template.Source.Path), definition.Name);
                var text = Words(template.Source.Substring(definition.Span));
                if (!known.TryGetValue(key, out var winner))
                    known.Add(key, (definition, text));
                else if (winner.Definition.Source != template.Source && winner.Text != text)
                    yield return Report(NameOf(definition), definition.Name) with { Related = [new RelatedLocation(NameOf(winner.Definition), "This one is used")] };
            }
        }
    }

    private static string Words(string text) => string.Concat(text.Where(static c => !char.IsWhiteSpace(c)));

    /// <summary>The name in quotes, else the whole definition.</summary>
    private static Text.SourceLocation NameOf(TemplateDefinition definition)
    {
        var start = definition.Source.Content.IndexOf('"' + definition.Name + '"', definition.Span.Start, definition.Span.Length, StringComparison.Ordinal);
        return definition.Source.At(start < 0 ? definition.Span : new Text.TextSpan(start, definition.Name.Length + 2));
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(HelmDuplicateDefine),
        Title = "Another file defines the same named template differently",
        MessageFormat = "'{0}' is defined differently in another file, and that one is used; remove one of them, or give them different names",
        Rationale = "Names of templates are global to the chart. Which definition counts depends on the names of the files, so renaming a file changes what is installed.",
        WhenToIgnore = "Never: the losing definition has no effect.",
        CatalogueSlugs = ["helm-duplicate-define"],
        SecuritySeverity = SecuritySeverity.None,
        Precision = RulePrecision.VeryHigh,
        References = [RuleReference.Cwe(694)],
        Violations = [new("templates/_names.tpl", "{{- define [|\"shop.name\"|] -}}\nb\n{{- end }}\n") { Beside = [new("templates/_helpers.tpl", "{{- define \"shop.name\" -}}\na\n{{- end }}\n")] }],
        Fixed = [new("templates/_names.tpl", "{{- define \"shop.fullname\" -}}\nb\n{{- end }}\n") { Beside = [new("templates/_helpers.tpl", "{{- define \"shop.name\" -}}\na\n{{- end }}\n")] }],
    };
}
