using HardenBuild.Model.Aspire;
using HardenBuild.Model.Docker.Carriers;

namespace HardenBuild.Rules.Aspire;

/// <summary>An app host runs an image that changes by itself.</summary>
internal sealed class AspireImageFloating() : AppHostRule("HB7065", RuleSeverity.Suggestion, RuleSeverity.Warning)
{
    private static readonly string[] s_pinning = ["WithImage", "WithImageTag", "WithImageSHA256", "WithDockerfile"];

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(AspireImageFloating),
        Title = "An image of an app host has no fixed version",
        MessageFormat = "'{0}' names no fixed version of the image, so what runs, and what is published, changes by itself; name a version, or a digest with 'WithImageSHA256'",
        Rationale = "Without a tag Aspire takes 'latest', which is another image tomorrow: two developers run different programs, and what was tested is not what is deployed.",
        WhenToIgnore = "For tools of a developer's machine that may change.",
        CatalogueSlugs = ["aspire-image-floating"],
        SecuritySeverity = SecuritySeverity.Low,
        Precision = RulePrecision.High,
        References = [RuleReference.CisDocker("5.28"), RuleReference.Cwe(1357), RuleReference.OwaspDocker("D08")],
        Violations =
        [
            new("AppHost.cs", "var builder = DistributedApplication.CreateBuilder(args);\nbuilder.AddContainer(\"cache\", [|\"contoso/cache\"|]);\nbuilder.AddContainer(\"mail\", \"contoso/mail\", [|\"latest\"|]);\n"),
        ],
        Fixed =
        [
            new("AppHost.cs", "var builder = DistributedApplication.CreateBuilder(args);\nbuilder.AddContainer(\"cache\", \"contoso/cache\", \"1.2.3\");\nbuilder.AddContainer(\"mail\", \"contoso/mail\").WithImageTag(\"2.0.1\");\n"),
        ],
    };

    protected override IEnumerable<Finding> Inspect(AppHostCall call)
    {
        if (call.Method is not ("AddContainer" or "WithImage" or "WithImageTag") || call.Later.Any(static later => Array.IndexOf(s_pinning, later) >= 0))
            yield break;
        if (call.Find("tag") is { } tag)
        {
            if (tag.Text is { } word && FloatingImage.Is("image:" + word))
                yield return Report(tag.Location, word);
        }
        else if (call.Find("image") is { Text: { Length: > 0 } image } argument && FloatingImage.Is(image))
        {
            yield return Report(argument.Location, image);
        }
    }
}
