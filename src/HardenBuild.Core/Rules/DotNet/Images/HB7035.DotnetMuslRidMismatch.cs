using HardenBuild.Model.Docker;
using HardenBuild.Syntax.Dockerfile;
using HardenBuild.Syntax.Shell.CommandLine;

namespace HardenBuild.Rules.DotNet.Images;

/// <summary>A program is published for another C library than the image has.</summary>
internal sealed class DotnetMuslRidMismatch() : DockerfileRule("HB7035", RuleSeverity.Error, RuleSeverity.Error)
{
    public override IEnumerable<Finding> Analyze(DockerfileModel model)
    {
        if (model.TargetStage is not { } target || LibraryOf(DockerfileModel.RootBase(target)) is not { } library)
            yield break;
        foreach (var command in DotnetCommand.Of(model))
        {
            if (!command.IsRun || command.Verb != "publish" || !model.ReachesTarget(command.Stage))
                continue;
            if (command.Invocation.FindOption("-r", "--runtime") is { HasValue: true } option && IsForOther(command.Resolve(option), library) && IsNative(command, target) && !IsCompatible(model))
                yield return ReportIn(command.Stage, model.Source.At(option.ValueSpan), command.Resolve(option)!, DockerfileModel.RootBase(target).Image!.Text.Value, library);
        }
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(DotnetMuslRidMismatch),
        Title = "Program is published for another C library than the image has",
        MessageFormat = "'{0}' does not run in '{1}', which uses {2}, so the container ends with 'no such file or directory'; publish for the other runtime identifier, or with '-a' and '--os'",
        Rationale = "Alpine uses musl, the other images glibc. A program that brings the runtime along, or is compiled ahead of time, is bound to one of them.",
        WhenToIgnore = "When the image gets the other library in a way that the file does not show.",
        CatalogueSlugs = ["dotnet-musl-rid-mismatch"],
        SecuritySeverity = SecuritySeverity.None,
        Precision = RulePrecision.High,
        Violations = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build\nCOPY . .\nRUN dotnet publish -r [|linux-x64|] --self-contained -o /app\n\nFROM mcr.microsoft.com/dotnet/runtime-deps:10.0-alpine\nCOPY --from=build /app /app\nUSER $APP_UID\n")],
        Fixed = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/sdk:10.0-alpine AS build\nCOPY . .\nRUN dotnet publish -r linux-musl-x64 --self-contained -o /app\n\nFROM mcr.microsoft.com/dotnet/runtime-deps:10.0-alpine\nCOPY --from=build /app /app\nUSER $APP_UID\n")],
        ComparedWith = "A program that needs the runtime of the image runs on either library and is accepted.",
    };

    private static string? LibraryOf(StageBase root)
    {
        if (root is not { Kind: StageBaseKind.Image, Image: { IsTagKnown: true } image, Known: { OperatingSystem: ContainerOperatingSystem.Linux } known })
            return null;
        if (known.DotNet is not null)
            return (image.Tag?.Value ?? "").Contains("alpine", StringComparison.OrdinalIgnoreCase) ? "musl" : "glibc";
        return known.PackageManager switch
        {
            "apk" => "musl",
            "apt-get" or "dnf" or "yum" or "zypper" => "glibc",
            _ => null,
        };
    }

    private static bool IsForOther(string? runtime, string library) => library == "musl"
        ? runtime is "linux-x64" or "linux-arm64" or "linux-arm" or "linux-x86"
        : runtime is "linux-musl-x64" or "linux-musl-arm64" or "linux-musl-arm";

    private static bool IsNative(DotnetCommand command, DockerfileStage target)
    {
        var invocation = command.Invocation;
        if (invocation.HasLongOption("no-self-contained") || IsFalse(invocation) || command.Property("SelfContained") is "false")
            return false;
        return invocation.FindOption("--self-contained", "--sc", "-sc") is not null
            || command.Property("SelfContained") is "true"
            || command.Property("PublishAot") is "true"
            || DockerfileModel.RootBase(target).Known is { DotNet: null or { Repository: "runtime-deps" } };
    }

    private static bool IsFalse(Invocation invocation)
    {
        for (var i = 0; i < invocation.Words.Length; i++)
        {
            var word = invocation.Words[i].Value;
            if (word is "--self-contained=false" or "--sc=false" || (word is "--self-contained" or "--sc" && i + 1 < invocation.Words.Length && invocation.Words[i + 1].Value == "false"))
                return true;
        }

        return false;
    }

    private static bool IsCompatible(DockerfileModel model) =>
        model.Commands.Any(command => command.Instruction.Syntax is RunInstruction && command.Invocations.Any(invocation => invocation.Operands.Any(operand => operand.Value is "gcompat" or "libc6-compat" or "musl")));
}
