using HardenBuild.Model.Docker.Bake;
using HardenBuild.Model.Docker.Carriers;

namespace HardenBuild.Rules.Bake;

/// <summary>A build takes in something that changes by itself.</summary>
internal sealed class BakeContextUnpinned() : BakeRule("HB1174", RuleSeverity.Suggestion, RuleSeverity.Suggestion)
{
    public override IEnumerable<Finding> Analyze(BakeFile file)
    {
        foreach (var target in file.Targets)
        {
            foreach (var context in target.Contexts)
            {
                if (context.Value is { } value && Gap(value.Value) is { } gap)
                    yield return Report(value.Location, value.Value, gap) with { LogicalPath = target.LogicalPath };
            }
        }
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(BakeContextUnpinned),
        Title = "A build takes in something that changes by itself",
        MessageFormat = "Context '{0}' is {1}, so the same commit builds something else tomorrow; name a digest, a version or a commit",
        Rationale = "What a build takes from elsewhere decides what is in the image. An image by a moving tag, a branch of a repository or a download without encryption lets others change that.",
        WhenToIgnore = "When the build is meant to take the newest.",
        CatalogueSlugs = ["bake-context-unpinned"],
        SecuritySeverity = SecuritySeverity.Low,
        Precision = RulePrecision.High,
        References = [RuleReference.Cwe(494), RuleReference.OwaspDocker("D08")],
        Violations =
        [
            new("docker-bake.hcl", """
                target "web" {
                  dockerfile = "src/Shop.Api/Dockerfile"
                  contexts = {
                    base = "[|docker-image://debian:latest|]"
                  }
                }

                """),
        ],
        Fixed =
        [
            new("docker-bake.hcl", """
                target "web" {
                  dockerfile = "src/Shop.Api/Dockerfile"
                  contexts = {
                    base = "docker-image://debian:13.1"
                    shop = "target:shop"
                  }
                }

                """),
        ],
    };

    private const string Image = "docker-image://";

    private static string? Gap(string context)
    {
        if (context.StartsWith(Image, StringComparison.Ordinal))
            return FloatingImage.Is(context.Substring(Image.Length)) ? "an image that moves" : null;
        if (context.StartsWith("http://", StringComparison.Ordinal) || context.StartsWith("git://", StringComparison.Ordinal))
            return "fetched without encryption";
        var isGit = context.StartsWith("git@", StringComparison.Ordinal) || (context.StartsWith("https://", StringComparison.Ordinal) && context.Split('#')[0].EndsWith(".git", StringComparison.Ordinal));
        return isGit && !IsCommit(context.IndexOf('#') is >= 0 and var hash ? context.Substring(hash + 1).Split(':')[0] : "") ? "a repository without a commit" : null;
    }

    private static bool IsCommit(string text) => text.Length == 40 && text.All(static c => c is (>= '0' and <= '9') or (>= 'a' and <= 'f'));
}
