using HardenBuild.Model.Docker;
using HardenBuild.Model.Docker.Packages;
using HardenBuild.Syntax.Dockerfile;

namespace HardenBuild.Rules.Dockerfile.Packages;

/// <summary>npm install may change what the lock file says.</summary>
internal sealed class NpmInstallInsteadOfCi() : DockerfileRule("HB1132", RuleSeverity.None, RuleSeverity.None)
{
    public override IEnumerable<Finding> Analyze(DockerfileModel model)
    {
        foreach (var run in model.PackageRuns)
        {
            foreach (var package in run.Packages)
            {
                if (IsOfProject(package) && HasLockFile(run))
                    yield return ReportIn(run.Stage, model.Source.At(package.VerbSpan), package.Title);
            }
        }
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(NpmInstallInsteadOfCi),
        Title = "npm install is used where a lock file is present",
        MessageFormat = "'{0}' may install other versions than the lock file names and rewrite it; use 'npm ci', which installs exactly those or fails",
        Rationale = "The lock file was copied so that the image gets the versions that were tested. 'npm install' only takes it as a hint: where it does not match package.json, newer versions are taken without a word.",
        WhenToIgnore = "When the image is used to update the lock file.",
        CatalogueSlugs = ["npm-install-instead-of-ci"],
        SecuritySeverity = SecuritySeverity.Low,
        Precision = RulePrecision.High,
        Violations = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/sdk:10.0\nCOPY package.json package-lock.json ./\nRUN npm [|install|] --omit=dev\nUSER $APP_UID\n")],
        Fixed = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/sdk:10.0\nCOPY package.json package-lock.json ./\nRUN npm ci --omit=dev\nUSER $APP_UID\n")],
        ComparedWith = "Only reported where a COPY of the same stage names the lock file; whether 'COPY . .' brings one cannot be seen.",
    };

    private static bool IsOfProject(PackageCommand package) =>
        package is { Manager: PackageManager.Npm, Action: PackageAction.Install, Operands.IsEmpty: true }
        && package.Invocation.FindOption("-g", "--global", "--location", "--package-lock-only", "--no-package-lock", "--prefix", "-C", "-h", "--help") is null;

    private static bool HasLockFile(PackageRun run) => run.Stage.Instructions.Any(instruction =>
        instruction.Syntax is FileTransferInstruction copy && copy.Span.Start < run.Instruction.Syntax.Span.Start && copy.Sources.Any(source => IsLockFile(source.Value)));

    private static bool IsLockFile(string path) =>
        path.Substring(path.LastIndexOf('/') + 1) is "package-lock.json" or "npm-shrinkwrap.json" or "package*.json" or "package*" or "package-lock*" or "package-*.json" or "package-lock.json*";
}
