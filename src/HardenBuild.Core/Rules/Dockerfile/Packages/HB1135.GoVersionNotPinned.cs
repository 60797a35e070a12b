using System.Collections.Immutable;
using HardenBuild.Model.Docker.Packages;
using HardenBuild.Syntax.Shell.CommandLine;

namespace HardenBuild.Rules.Dockerfile.Packages;

/// <summary>go installs or runs a module in any version.</summary>
internal sealed class GoVersionNotPinned() : PackageVersionRule("HB1135", RuleSeverity.None, RuleSeverity.None)
{
    protected override bool Installs(PackageCommand package) => package.Manager == PackageManager.Go;

    protected override bool IsFloating(PackageRun run, PackageCommand package, CommandWord word) =>
        GoModule.IsFloating(run, package, word);

    /// <summary>Of <c>go run</c> the first operand is the module, the rest is for the program.</summary>
    protected override ImmutableArray<CommandWord> PackagesOf(PackageCommand package) =>
        package.Verb == "run" && package.Operands.Length > 1 ? [package.Operands[0]] : package.Operands;

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(GoVersionNotPinned),
        Title = "go installs a module without a version",
        MessageFormat = "'{0}' is taken in whatever version is published today, so the same commit builds different images; name the version, 'module@v1.2.3'",
        Rationale = "Without a version, or with 'latest', each build may compile other code. A version is checked against the checksum database of Go, so that nobody can exchange it.",
        WhenToIgnore = "When the image is meant to follow the newest version, or the module is part of a workspace that is copied into the image.",
        CatalogueSlugs = ["go-version-not-pinned"],
        SecuritySeverity = SecuritySeverity.Low,
        Precision = RulePrecision.High,
        References = [RuleReference.Cwe(1357), RuleReference.OwaspDocker("D08")],
        Aliases = ["hadolint:DL3062"],
        Violations = [new("Dockerfile", "FROM golang:1.25 AS build\nRUN go install [|example.com/tool@latest|]\nFROM mcr.microsoft.com/dotnet/aspnet:10.0\nCOPY --from=build /go/bin/tool /usr/bin/\nUSER $APP_UID\n")],
        Fixed = [new("Dockerfile", "FROM golang:1.25 AS build\nRUN go install example.com/tool@v1.2.3\nFROM mcr.microsoft.com/dotnet/aspnet:10.0\nCOPY --from=build /go/bin/tool /usr/bin/\nUSER $APP_UID\n")],
        ComparedWith = "Paths of the standard library, '.go' files, local folders and packages below a folder of GOPATH that WORKDIR names need no version.",
    };
}
