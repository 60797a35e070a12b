using HardenBuild.Model.Docker;
using HardenBuild.Syntax.Shell.CommandLine;

namespace HardenBuild.Rules.DotNet.Tools;

/// <summary>A .NET tool, workload or template is installed in whatever version is the newest.</summary>
internal sealed class DotnetToolVersionNotPinned() : DockerfileRule("HB7039", RuleSeverity.Suggestion, RuleSeverity.Suggestion)
{
    public override IEnumerable<Finding> Analyze(DockerfileModel model)
    {
        foreach (var command in DotnetCommand.Of(model))
        {
            if (command.IsRun && command.Verb is "tool install" or "tool update" or "workload install" or "new install" && !NamesVersion(command) && command.Arguments.FirstOrDefault() is { Value: { } package } word && !HasVersion(package))
                yield return ReportIn(command.Stage, model.Source.At(word.Span), package);
        }
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(DotnetToolVersionNotPinned),
        Title = ".NET tool is installed without a version",
        MessageFormat = "'{0}' is installed in whatever version is the newest at the time of the build; name the version, or list tools in a manifest and run 'dotnet tool restore'",
        Rationale = "The same commit then builds with different tools, an incompatible release breaks the build on a day of its own choosing, and a version that was taken over is installed at once.",
        WhenToIgnore = "When the image exists to try the newest version, and is rebuilt for that.",
        CatalogueSlugs = ["dotnet-tool-version-not-pinned"],
        SecuritySeverity = SecuritySeverity.Low,
        Precision = RulePrecision.VeryHigh,
        References = [RuleReference.Cwe(1357), RuleReference.OwaspDocker("D08")],
        Violations = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build\nRUN dotnet tool install --global [|dotnet-ef|]\n")],
        Fixed = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build\nRUN dotnet tool install --global dotnet-ef --version 10.0.1\n")],
    };

    /// <summary>A variable in the options may hold the version.</summary>
    private static bool NamesVersion(DotnetCommand command) =>
        command.Invocation.FindOption("--version", "--tool-manifest", "--from-rollback-file", "--from-previous-sdk", "--local") is not null
        || command.Invocation.Words.Any(word => word.Value is null && word.Prefix.Length == 0);

    private static bool HasVersion(string package) =>
        package.IndexOf('@') > 0 || package.Contains("::", StringComparison.Ordinal) || package.IndexOfAny(['/', '\\']) >= 0 || package.EndsWith(".nupkg", StringComparison.OrdinalIgnoreCase) || package is ".";
}
