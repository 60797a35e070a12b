using HardenBuild.Model.Docker;

namespace HardenBuild.Rules.Dockerfile.Labels;

/// <summary>The key of a label does not follow Docker's guidelines.</summary>
internal sealed class LabelKeyInvalid() : DockerfileRule("HB1160", RuleSeverity.None, RuleSeverity.None)
{
    public override IEnumerable<Finding> Analyze(DockerfileModel model)
    {
        foreach (var label in ImageLabel.In(model))
        {
            var problem = label.Key is { } key ? ProblemOf(key) : label.HasUndeclaredKey ? "holds '$', which the builder takes as a variable that nothing declares; rename it" : null;
            if (problem is not null)
                yield return ReportIn(label.Instruction.Stage, model.Source.At(label.Syntax.Key.Span), label.Key ?? label.Syntax.Name, problem);
        }
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(LabelKeyInvalid),
        Title = "Key of a label breaks Docker's guidelines",
        MessageFormat = "Label key '{0}' {1}",
        Rationale = "Tools look labels up by their exact key. Docker asks for lower-case letters, digits, dots and dashes below a domain of your own, and keeps some domains for itself.",
        WhenToIgnore = "When the tool that reads the label wants exactly this key.",
        CatalogueSlugs = ["label-key-invalid"],
        SecuritySeverity = SecuritySeverity.None,
        Precision = RulePrecision.VeryHigh,
        Aliases = ["hadolint:DL3048"],
        Violations = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/aspnet:10.0\nLABEL [|Team|]=seven\nUSER $APP_UID\n")],
        Fixed = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/aspnet:10.0\nLABEL com.contoso.team=seven\nUSER $APP_UID\n")],
        ComparedWith = "Slashes and underscores are accepted, because widely used tools have them in their keys, and so are the keys that Docker Desktop's extensions need.",
    };

    /// <remarks>https://docs.docker.com/engine/manage-resources/labels/, key format recommendations.</remarks>
    private static string? ProblemOf(string key)
    {
        if (key.Length == 0)
            return "is empty; give it a name";
        foreach (var c in key)
        {
            if (c is not ((>= 'a' and <= 'z') or (>= '0' and <= '9') or '.' or '-' or '_' or '/'))
                return "holds something else than lower-case letters, digits, '.', '-', '_' and '/'; rename it";
        }

        if (key[0] is not (>= 'a' and <= 'z') || key[key.Length - 1] is '.' or '-' or '_' or '/')
            return "does not begin with a letter and end with a letter or digit; rename it";
        if (key.Contains("..", StringComparison.Ordinal) || key.Contains("--", StringComparison.Ordinal))
            return "has two separators in a row; rename it";
        return IsReserved(key) ? "stands in a domain that Docker keeps for itself; use a domain of your own" : null;
    }

    private static bool IsReserved(string key) =>
        (StartsWith(key, "com.docker.") || StartsWith(key, "io.docker.") || StartsWith(key, "org.dockerproject."))
        && !StartsWith(key, "com.docker.extension.") && !StartsWith(key, "com.docker.desktop.");

    private static bool StartsWith(string key, string prefix) => key.StartsWith(prefix, StringComparison.Ordinal);
}
