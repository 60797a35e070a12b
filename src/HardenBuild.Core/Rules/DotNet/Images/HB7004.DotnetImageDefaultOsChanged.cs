using HardenBuild.Model.Docker;
using HardenBuild.Syntax.Dockerfile;
using HardenBuild.Syntax.Shell.CommandLine;

namespace HardenBuild.Rules.DotNet.Images;

/// <summary>A command takes a .NET image for Debian that has been Ubuntu since .NET 10.</summary>
internal sealed class DotnetImageDefaultOsChanged() : DockerfileRule("HB7004", RuleSeverity.Suggestion, RuleSeverity.Suggestion)
{
    public override IEnumerable<Finding> Analyze(DockerfileModel model)
    {
        var reported = new HashSet<DockerfileStage>();
        foreach (var command in model.Commands)
        {
            var stage = command.Instruction.Stage;
            if (command.Instruction.Syntax is RunInstruction && FindDebianWord(command) is { } word && UbuntuImageOf(stage) is { } image && reported.Add(stage))
            {
                yield return ReportIn(stage, model.Source.At(word.Span), word.ToString(), image.Text.Value) with
                {
                    Related = [new RelatedLocation(image.Text.Location, "The image that holds Ubuntu")],
                };
            }
        }
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(DotnetImageDefaultOsChanged),
        Title = "Command for Debian in a .NET image that holds Ubuntu",
        MessageFormat = "'{0}' belongs to Debian, but '{1}' holds Ubuntu since .NET 10; use what Ubuntu calls it, and append the system to the tag, as in '10.0-noble'",
        Rationale = "Up to .NET 9 a tag without a system meant Debian. From .NET 10 on it means Ubuntu: package sources, releases and some package names differ, and packages of the other distribution may break the image.",
        WhenToIgnore = "When the word only appears in a text or a comment that the command writes.",
        CatalogueSlugs = ["dotnet-image-default-os-changed"],
        SecuritySeverity = SecuritySeverity.Low,
        Precision = RulePrecision.High,
        Violations = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/aspnet:10.0\nRUN apt-get update && apt-get install -y --no-install-recommends [|libicu72|]\nUSER $APP_UID\n")],
        Fixed = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble\nRUN apt-get update && apt-get install -y --no-install-recommends libicu74\nUSER $APP_UID\n")],
    };

    private static ImageReference? UbuntuImageOf(DockerfileStage stage)
    {
        var root = DockerfileModel.RootBase(stage);
        return root is { Kind: StageBaseKind.Image, Image: { Tag: { } tag, IsTagKnown: true } image, Known.DotNet: { Family: "dotnet", Major: >= 10 } dotnet }
            && (dotnet.IsSdk || dotnet.IsRuntime) && tag.Value.IndexOf('-') < 0 ? image : null;
    }

    private static CommandWord? FindDebianWord(StageCommand command)
    {
        foreach (var invocation in command.Invocations)
        {
            foreach (var word in invocation.Words)
            {
                if (IsDebian(word.Prefix))
                    return word;
            }
        }

        return null;
    }

    private static bool IsDebian(string word) =>
        word is "libicu67" or "libicu72" or "libicu76" or "libssl1.1" or "libjpeg62-turbo" or "firefox-esr"
        || word.EndsWith("/sources.list.d/debian.sources", StringComparison.Ordinal)
        || word.Contains("://deb.debian.org/", StringComparison.Ordinal)
        || word.Contains("://security.debian.org", StringComparison.Ordinal)
        || word.Contains("/config/debian/", StringComparison.Ordinal)
        || word.Contains("linux/debian/", StringComparison.Ordinal);
}
