using HardenBuild.Model.Docker;
using HardenBuild.Model.Docker.Packages;

namespace HardenBuild.Rules.Dockerfile.Packages;

/// <summary>A list of packages, one a line, is in no order.</summary>
internal sealed class PackageListNotSorted() : DockerfileRule("HB1147", RuleSeverity.None, RuleSeverity.None)
{
    public override IEnumerable<Finding> Analyze(DockerfileModel model)
    {
        foreach (var run in model.PackageRuns)
        {
            foreach (var package in run.Packages)
            {
                if (package.Action == PackageAction.Install && package.Manager != PackageManager.Go && PackageList.IsOnePerLine(model.Source, package) && PackageList.FirstOutOfOrder(package.Operands) is { } word)
                    yield return ReportIn(run.Stage, model.Source.At(word.Span), word.ToString());
            }
        }
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(PackageListNotSorted),
        Title = "Packages are not in alphabetical order",
        MessageFormat = "'{0}' is not in alphabetical order, so duplicates and changes of the list are hard to see; sort the lines",
        Rationale = "In a sorted list everyone finds a package, adds it at the same place, and reviews show one changed line. Docker's guidelines for writing Dockerfiles ask for it.",
        WhenToIgnore = "When the order groups the packages by purpose.",
        CatalogueSlugs = ["package-list-not-sorted"],
        SecuritySeverity = SecuritySeverity.None,
        Precision = RulePrecision.High,
        Related = ["sonar:S7018"],
        Violations = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/aspnet:10.0\nRUN apt-get update && apt-get install -y \\\n    tzdata \\\n    [|libgdiplus|] \\\n    && rm -rf /var/lib/apt/lists/*\nUSER $APP_UID\n")],
        Fixed = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/aspnet:10.0\nRUN apt-get update && apt-get install -y \\\n    libgdiplus \\\n    tzdata \\\n    && rm -rf /var/lib/apt/lists/*\nUSER $APP_UID\n")],
        ComparedWith = "Only lists with one package a line, without variables and with no option between them, are looked at. Any usual order is accepted: by character, without regard to case, or without regard to punctuation.",
    };
}
