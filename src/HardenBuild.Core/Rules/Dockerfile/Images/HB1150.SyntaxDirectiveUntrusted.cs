using HardenBuild.Model.Docker;

namespace HardenBuild.Rules.Dockerfile.Images;

/// <summary>The image that reads the file is not Docker's, or moves.</summary>
internal sealed class SyntaxDirectiveUntrusted() : DockerfileRule("HB1150", RuleSeverity.Warning, RuleSeverity.Warning)
{
    public override IEnumerable<Finding> Analyze(DockerfileModel model)
    {
        if (model.Syntax.FindDirective("syntax") is not { } directive)
            yield break;

        // Arguments may follow the image.
        var end = directive.Value.IndexOfAny([' ', '\t']);
        var image = end < 0 ? directive.Value : directive.Value.Substring(0, end);
        if (ProblemOf(model, image) is { } problem)
            yield return Report(model.Source.At(directive.ValueSpan), image, problem);
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(SyntaxDirectiveUntrusted),
        Title = "Image that reads the Dockerfile is not to be relied on",
        MessageFormat = "'{0}' decides what the lines of this file do, and {1}; use 'docker/dockerfile:1'",
        Rationale = "The image named by '# syntax=' is downloaded and run before anything else, sees the whole build context and turns the file into build steps. "
            + "Whoever publishes it, or moves its tag, decides what is built.",
        WhenToIgnore = "When the frontend is your own or one that you reviewed: name it by digest, or list it in 'allowed_frontends'.",
        CatalogueSlugs = ["syntax-directive-untrusted"],
        SecuritySeverity = SecuritySeverity.Medium,
        Precision = RulePrecision.High,
        References = [RuleReference.Cwe(829), RuleReference.OwaspDocker("D08")],
        Options = [new RuleOption("allowed_frontends", "", "Further images, without tags, separated by commas: 'ghcr.io/example/frontend'.")],
        Violations =
        [
            new("Dockerfile", "# syntax=[|ghcr.io/someone/dockerfile:2|]\nFROM mcr.microsoft.com/dotnet/aspnet:10.0\nUSER $APP_UID\n"),
            new("Dockerfile", "# syntax=[|docker/dockerfile:labs|]\nFROM mcr.microsoft.com/dotnet/aspnet:10.0\nUSER $APP_UID\n"),
        ],
        Fixed = [new("Dockerfile", "# syntax=docker/dockerfile:1\nFROM mcr.microsoft.com/dotnet/aspnet:10.0\nUSER $APP_UID\n")],
    };

    private string? ProblemOf(DockerfileModel model, string reference)
    {
        var digest = reference.IndexOf('@');
        var name = digest < 0 ? reference : reference.Substring(0, digest);
        var colon = name.IndexOf(':', name.LastIndexOf('/') + 1);
        var repository = colon < 0 ? name : name.Substring(0, colon);
        var tag = colon < 0 ? "latest" : name.Substring(colon + 1);
        if (model.Options.List(this, "allowed_frontends").Contains(repository, StringComparer.OrdinalIgnoreCase))
            return null;
        if (repository.StartsWith("docker.io/", StringComparison.Ordinal))
            repository = repository.Substring(10);
        if (repository is not ("docker/dockerfile" or "docker/dockerfile-upstream"))
            return digest < 0 ? "it does not come from Docker" : null;
        return digest < 0 && IsChannel(tag) ? "its tag moves to versions that nobody tested" : null;
    }

    /// <summary><c>1-labs</c> moves with every release, <c>1.7-labs</c> only with patches.</summary>
    private static bool IsChannel(string tag) =>
        tag is "latest" or "labs" or "master" or "experimental" or "upstream"
        || tag.StartsWith("master-", StringComparison.Ordinal)
        || (tag.EndsWith("-labs", StringComparison.Ordinal) && !tag.Contains('.'));
}
