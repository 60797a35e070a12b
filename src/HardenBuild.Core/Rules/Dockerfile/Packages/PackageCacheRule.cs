using HardenBuild.Model.Docker;
using HardenBuild.Model.Docker.Packages;
using HardenBuild.Syntax.Shell.CommandLine;

namespace HardenBuild.Rules.Dockerfile.Packages;

/// <summary>A rule about downloads of a package manager that stay in a layer: one finding a RUN, at the first call that nothing cleans up after.</summary>
/// <remarks>The argument of the message is the call. Stages that files are only copied from are left alone: their layers are thrown away.</remarks>
internal abstract class PackageCacheRule(string id, RuleSeverity severity, RuleSeverity hardened) : DockerfileRule(id, severity, hardened)
{
    public sealed override IEnumerable<Finding> Analyze(DockerfileModel model)
    {
        var layers = new TargetLayers(model);
        foreach (var run in model.PackageRuns)
        {
            if (!run.Packages.Any(package => Fills(run, package)) || IsThrownAway(layers, run.Instruction) || IsMounted(run))
                continue;
            var cleaned = run.LastPosition(Cleans);
            if (run.Packages.FirstOrDefault(package => package.Position > cleaned && Fills(run, package)) is { } first)
                yield return ReportIn(run.Stage, model.Source.At(first.VerbSpan), first.Title);
        }
    }

    /// <summary>Whether the call leaves something behind.</summary>
    protected abstract bool Fills(PackageRun run, PackageCommand package);

    /// <summary>Whether the command removes what the calls before it left.</summary>
    protected abstract bool Cleans(Invocation invocation);

    /// <summary>Whether the place of the downloads is no part of the layer.</summary>
    protected abstract bool IsMounted(PackageRun run);

    /// <summary>Whether nobody ever gets the layer.</summary>
    protected virtual bool IsThrownAway(TargetLayers layers, StageInstruction instruction) => layers.Discard(instruction);

    /// <summary><c>yum clean all</c> of any of the programs that share yum's files.</summary>
    private protected static bool IsCleanAll(Invocation invocation) =>
        invocation is { Name: "yum" or "dnf" or "dnf5" or "microdnf" or "tdnf", Subcommand: "clean" } && invocation.Operands.Any(operand => operand.Value is "all" or "packages");
}
