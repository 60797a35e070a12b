using HardenBuild.Model.Docker;
using HardenBuild.Model.Docker.Context;
using HardenBuild.Rules.Dockerfile.Users;

namespace HardenBuild.Rules.Dockerfile.Copying;

/// <summary>The final stage copies everything there is.</summary>
internal sealed class CopyWholeContextIntoFinal() : DockerfileRule("HB1100", RuleSeverity.Warning, RuleSeverity.Warning)
{
    internal override RuleReach Reach => RuleReach.Repository;

    public override IEnumerable<Finding> Analyze(DockerfileModel model)
    {
        if (model.TargetStage is not { } target || model.Context is not { IsIgnoreFileKnown: true, IgnoreFile: var ignore } || ignore is { IsAllowList: true }
            || DevelopmentImage.IsNamedSo(model, target))
            yield break;
        foreach (var source in ContextSource.Of(model))
        {
            if (source.IsWholeContext && source.Instruction is { IsTrigger: false } instruction && instruction.Stage == target)
            {
                yield return ReportIn(target, model.Source.At(source.Word.Span), source.Word.Value) with
                {
                    // An image that needs its sources to run, and a file that keeps the rest out: little is left to say.
                    AtMost = model.Stages.Length == 1 && ignore is { Patterns.IsEmpty: false } ? RuleSeverity.Suggestion : RuleSeverity.Error,
                };
            }
        }
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(CopyWholeContextIntoFinal),
        Title = "Whole build context is copied into the image",
        MessageFormat = "'{0}' puts all of the build context into the image: history, local settings and credentials with it; copy what the program needs, or list in '.dockerignore' what stays out",
        Rationale = "Whatever lies in the folder when somebody builds is in the image for good: '.git' with its history, '.env', keys, test data. "
            + "In an earlier stage the same line is harmless, because only what the final stage copies from there is shipped.",
        WhenToIgnore = "When the folder holds nothing but the program, as a folder of published output does; files and stages named for development are accepted without a comment.",
        CatalogueSlugs = ["copy-whole-context-into-final"],
        SecuritySeverity = SecuritySeverity.Medium,
        Precision = RulePrecision.Medium,
        References = [RuleReference.CisDocker("4.10"), RuleReference.Cwe(668), RuleReference.OwaspDocker("D06")],
        Aliases = ["sonar:S6470"],
        Supersedes = ["HB7041", "HB7042", "HB7043"],
        Violations = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/sdk:10.0 AS shop\nWORKDIR /src\nCOPY [|.|] .\nENTRYPOINT [\"dotnet\", \"watch\"]\n")],
        Fixed =
        [
            new("Dockerfile", "FROM mcr.microsoft.com/dotnet/sdk:10.0 AS shop\nWORKDIR /src\nCOPY . .\nENTRYPOINT [\"dotnet\", \"watch\"]\n") { Beside = [new(".dockerignore", "*\n!src\n")] },
            new("Dockerfile", "FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build\nCOPY . /src\nRUN dotnet publish /src -o /app\nFROM mcr.microsoft.com/dotnet/aspnet:10.0\nCOPY --from=build /app /app\n"),
        ],
        ComparedWith = "SonarQube reports the line whatever '.dockerignore' says. Here an ignore file that excludes everything and lets single paths through settles it, "
            + "and in a Dockerfile of one stage any ignore file makes it a suggestion.",
    };
}
