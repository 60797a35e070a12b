using HardenBuild.Model.Secrets;
using HardenBuild.Text;

namespace HardenBuild.Model.Kubernetes.Secrets;

/// <summary>Literal secrets in the text of a configuration file.</summary>
internal static class ConfigurationText
{
    private static readonly string[] SourceExtensions =
    [
        ".md", ".html", ".htm", ".css", ".js", ".ts", ".py", ".go", ".rb", ".lua", ".java", ".cs", ".php", ".rs", ".pl", ".groovy", ".rego", ".cue", ".jsonnet",
        ".libsonnet", ".proto", ".graphql", ".sql", ".svg", ".crt", ".pem", ".cer", ".csr", ".tpl", ".tmpl", ".template", ".gotmpl", ".j2", ".xsd", ".wsdl", ".awk", ".tf",
        ".vcl", ".ps1", ".bats",
    ];

    /// <summary>Where secrets stand, by offset in the text, and what they are; those of one line are one.</summary>
    /// <param name="fileName">The name under which the text will be a file: program code is searched for tokens alone.</param>
    public static IEnumerable<ConfigurationSecret> Find(string fileName, string text)
    {
        var tokens = SecretScanner.Find(text);
        foreach (var match in tokens)
            yield return new ConfigurationSecret(match.Description, match.Span, SecretValue.Literal);
        if (IsSource(fileName, text))
            yield break;
        var isShell = fileName.EndsWith(".sh", StringComparison.OrdinalIgnoreCase) || text.StartsWith("#!", StringComparison.Ordinal);
        foreach (var assignment in TextAssignments.Find(text))
        {
            var value = SecretValues.Classify(assignment.Name, assignment.Value);
            var span = new TextSpan(assignment.Start, assignment.Value.Length);
            if (value == SecretValue.None || tokens.Any(token => token.Span.Start < span.End && span.Start < token.Span.End))
                continue;
            // In a script only 'NAME=value' assigns.
            if (!isShell || (assignment.Start > 0 && (text[assignment.Start - 1] == '=' || (assignment.Start > 1 && text[assignment.Start - 2] == '='))))
                yield return new ConfigurationSecret($"the value of '{assignment.Name}'", span, value);
        }
    }

    private static bool IsSource(string fileName, string text)
    {
        foreach (var extension in SourceExtensions)
        {
            if (fileName.EndsWith(extension, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        // Dashboards of Grafana: their variables and links only look like settings.
        return fileName.EndsWith(".json", StringComparison.OrdinalIgnoreCase) && text.Contains("\"panels\"", StringComparison.Ordinal);
    }
}
