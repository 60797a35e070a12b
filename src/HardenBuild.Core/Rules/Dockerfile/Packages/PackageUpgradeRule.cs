using HardenBuild.Model.Docker;
using HardenBuild.Model.Docker.Packages;

namespace HardenBuild.Rules.Dockerfile.Packages;

/// <summary>A rule about calls that upgrade what the base image brought along.</summary>
/// <remarks>The argument of the message is the call.</remarks>
internal abstract class PackageUpgradeRule(string id, RuleSeverity severity, RuleSeverity hardened) : DockerfileRule(id, severity, hardened)
{
    public sealed override IEnumerable<Finding> Analyze(DockerfileModel model)
    {
        foreach (var run in model.PackageRuns)
        {
            foreach (var package in run.Packages)
            {
                if (Upgrades(run, package))
                    yield return ReportIn(run.Stage, model.Source.At(package.VerbSpan), package.Title);
            }
        }
    }

    protected abstract bool Upgrades(PackageRun run, PackageCommand package);

    /// <summary>Whether everything that is installed is upgraded, not only what mends vulnerabilities.</summary>
    private protected static bool IsOfEverything(PackageCommand package) =>
        package.Operands.IsEmpty && package.Invocation.FindOption("--security", "--advisory", "--advisories", "--cve", "--cves", "--sec-severity", "--secseverity", "--bugfix") is null;
}
