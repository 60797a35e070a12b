using System.Collections.Immutable;
using HardenBuild.Model.Docker;
using HardenBuild.Model.Docker.Packages;
using HardenBuild.Syntax.Shell.CommandLine;

namespace HardenBuild.Rules.Dockerfile.Packages;

/// <summary>A rule about packages installed in whatever version there is: one finding a call, at its first such package.</summary>
/// <remarks>The argument of the message is the package.</remarks>
internal abstract class PackageVersionRule(string id, RuleSeverity severity, RuleSeverity hardened) : DockerfileRule(id, severity, hardened)
{
    public sealed override IEnumerable<Finding> Analyze(DockerfileModel model)
    {
        var isExempt = ExceptionsIn(model);
        foreach (var run in model.PackageRuns)
        {
            foreach (var package in run.Packages)
            {
                if (package.Action != PackageAction.Install || !Installs(package) || isExempt(run))
                    continue;
                var floating = PackagesOf(package).Where(word => IsFloating(run, package, word)).ToList();
                if (floating.Count > 0)
                {
                    yield return ReportIn(run.Stage, model.Source.At(floating[0].Span), floating[0].ToString()) with
                    {
                        Related = RepeatedPlaces.AfterFirst(floating.Select(word => model.Source.At(word.Span)), "Here too"),
                        AtMost = MostOf(package, floating),
                    };
                }
            }
        }
    }

    /// <summary>Whether an installing call is the rule's business.</summary>
    protected abstract bool Installs(PackageCommand package);

    /// <summary>Whether nothing says which version of the package to take.</summary>
    protected abstract bool IsFloating(PackageRun run, PackageCommand package, CommandWord word);

    /// <summary>Decides which RUNs get their versions from elsewhere.</summary>
    protected virtual Func<PackageRun, bool> ExceptionsIn(DockerfileModel model) => static _ => false;

    protected virtual ImmutableArray<CommandWord> PackagesOf(PackageCommand package) => package.Operands;

    /// <inheritdoc cref="Finding.AtMost"/>
    protected virtual RuleSeverity MostOf(PackageCommand package, List<CommandWord> floating) => RuleSeverity.Error;

    /// <summary>Whether the text is a URL.</summary>
    private protected static bool IsUrl(string text) => text.Contains("://", StringComparison.Ordinal);

    /// <summary>Whether the text is a path: it starts at the root, the current folder or home.</summary>
    private protected static bool IsPath(string text) => text is ['/' or '.' or '~', ..];
}
