using HardenBuild.Model.Docker;
using HardenBuild.Model.Lifecycle;

namespace HardenBuild.Rules.DotNet.Images;

/// <summary>A .NET image is taken from a repository that gets no new images.</summary>
/// <remarks>Silent where HB7001 reports the version: the newer one is in the new repository anyway.</remarks>
internal sealed class DotnetImageLegacyRepository() : DockerfileRule("HB7006", RuleSeverity.Warning, RuleSeverity.Warning)
{
    public override IEnumerable<Finding> Analyze(DockerfileModel model)
    {
        var ends = EndOfSupportOption.Read(model.Options, this);
        foreach (var sameImage in ImageUse.Of(model).Where(use => IsLegacy(use.Image, ends)).GroupBy(use => use.Image.CanonicalRepository, StringComparer.Ordinal))
        {
            var use = sameImage.First();
            yield return ReportIn(use.Stage, use.Image.Repository.Location, use.Image.Repository.Value, SuccessorOf(use.Image.CanonicalRepository)) with
            {
                Related = RepeatedPlaces.AfterFirst(sameImage.Select(other => other.Image.Repository.Location), "Used here too"),
            };
        }
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(DotnetImageLegacyRepository),
        Title = ".NET image comes from an abandoned repository",
        MessageFormat = "'{0}' gets no new images, so it holds an old .NET without security fixes; use '{1}'",
        Rationale = "Up to .NET Core 2.2 the images were on Docker Hub, up to 3.1 below 'dotnet/core'. Nothing newer than .NET Core 3.1 was published there, and what is there is not rebuilt any more.",
        WhenToIgnore = "When a mirror of your own answers for the old name with current images.",
        CatalogueSlugs = ["dotnet-image-legacy-repository"],
        SecuritySeverity = SecuritySeverity.High,
        Precision = RulePrecision.VeryHigh,
        Options = [EndOfSupportOption.Describe()],
        References = [RuleReference.Cwe(1104), RuleReference.OwaspDocker("D02")],
        Violations = [new("Dockerfile", "FROM [|microsoft/dotnet|]:2.1-aspnetcore-runtime\nUSER 1000\n")],
        Fixed = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/aspnet:10.0\nUSER $APP_UID\n")],
    };

    private static bool IsLegacy(ImageReference image, SupportEnds ends)
    {
        var repository = image.CanonicalRepository;
        if (repository is "docker.io/microsoft/dotnet" or "docker.io/microsoft/dotnet-nightly" or "docker.io/microsoft/dotnet-framework" or "docker.io/microsoft/aspnet"
            or "docker.io/microsoft/aspnetcore" or "docker.io/microsoft/aspnetcore-build" or "docker.io/microsoft/dotnet-framework-build")
        {
            return true;
        }

        return repository.StartsWith("mcr.microsoft.com/dotnet/core/", StringComparison.Ordinal)
            && !(ImageRelease.OfDotNet(image) is { } release && ends.FindPast(release.Product, release.Version) is not null && IsOfItsTime(release.Version));
    }

    /// <summary>Version 5 and later never were below <c>dotnet/core</c>: that is a mistake of its own.</summary>
    private static bool IsOfItsTime(string version) => version[0] is >= '1' and <= '3' && (version.Length == 1 || version[1] == '.');

    private static string SuccessorOf(string repository)
    {
        if (repository.StartsWith("mcr.microsoft.com/dotnet/core/", StringComparison.Ordinal))
            return $"mcr.microsoft.com/dotnet/{repository.Substring("mcr.microsoft.com/dotnet/core/".Length)}";
        if (repository.Contains("framework", StringComparison.Ordinal) || repository.EndsWith("/aspnet", StringComparison.Ordinal))
            return "mcr.microsoft.com/dotnet/framework";
        return repository.EndsWith("-build", StringComparison.Ordinal) ? "mcr.microsoft.com/dotnet/sdk" : "mcr.microsoft.com/dotnet/aspnet";
    }
}
