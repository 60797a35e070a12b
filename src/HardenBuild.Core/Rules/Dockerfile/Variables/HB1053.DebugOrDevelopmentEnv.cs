using HardenBuild.Model.Docker;
using HardenBuild.Rules.Dockerfile.Users;
using HardenBuild.Rules.Dockerfile.Verification;
using HardenBuild.Syntax.Dockerfile;

namespace HardenBuild.Rules.Dockerfile.Variables;

/// <summary>The image starts in development mode.</summary>
internal sealed class DebugOrDevelopmentEnv() : DockerfileRule("HB1053", RuleSeverity.Warning, RuleSeverity.Warning)
{
    public override IEnumerable<Finding> Analyze(DockerfileModel model)
    {
        if (model.TargetStage is not { } target || DevelopmentImage.IsNamedSo(model, target))
            yield break;
        foreach (var setting in model.VariableSettings)
        {
            if (setting is not { IsWithinCommand: false, Instruction: { Syntax: EnvInstruction } instruction, Value: { } value } || !IsDevelopment(setting.Name, value))
                continue;
            if (instruction.IsTrigger || IsInForce(target, setting))
                yield return ReportIn(instruction.Stage, model.Source.At(setting.Span), setting.Name + "=" + value);
        }
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(DebugOrDevelopmentEnv),
        Title = "Image starts in development mode",
        MessageFormat = "'{0}' shows details of errors, and often more, to everyone who can reach the container; remove it, and set it where you develop",
        Rationale = "In development mode frameworks show stack traces, source and configuration to the client, accept debuggers and skip caches. Set by ENV it is what every container gets that nobody configured otherwise.",
        WhenToIgnore = "When the image is only used for development or tests: name its stage or file so ('Dockerfile.dev').",
        CatalogueSlugs = ["debug-or-development-env"],
        SecuritySeverity = SecuritySeverity.Medium,
        Precision = RulePrecision.High,
        References = [RuleReference.Cwe(489), RuleReference.OwaspDocker("D04")],
        Aliases = ["sonar:S4507"],
        Violations = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/aspnet:10.0\nENV [|ASPNETCORE_ENVIRONMENT=Development|]\nUSER $APP_UID\n")],
        Fixed = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/aspnet:10.0\nENV ASPNETCORE_ENVIRONMENT=Production\nUSER $APP_UID\n")],
        ComparedWith = "The value that the image ends with counts: a stage for developers that does not become the image, and a value that a later ENV replaces, are accepted.",
    };

    private static bool IsInForce(DockerfileStage target, VariableSetting setting) =>
        target.FinalState.Variables.Environment.TryGetValue(setting.Name, out var final) && final.Location is { } location && location.Span.Start == setting.Span.Start;

    private static bool IsDevelopment(string name, string value)
    {
        var upper = name.ToUpperInvariant();
        if (upper is "ASPNETCORE_DETAILEDERRORS" or "DOTNET_DETAILEDERRORS" || (upper is "DEBUG" || upper.EndsWith("_DEBUG", StringComparison.Ordinal)) && !IsNegated(upper))
            return SwitchWords.IsOn(value);
        if (upper == "XDEBUG_MODE")
            return value.Length > 0 && value != "off";
        return (upper is "ENV" or "ENVIRONMENT" || upper.EndsWith("_ENV", StringComparison.Ordinal) || upper.EndsWith("_ENVIRONMENT", StringComparison.Ordinal))
            && value.ToUpperInvariant() is ("DEV" or "DEVELOPMENT" or "DEVELOP");
    }

    private static bool IsNegated(string name) => name.StartsWith("NO_", StringComparison.Ordinal) || name.Contains("DISABLE", StringComparison.Ordinal);
}
