using System.Collections.Immutable;
using HardenBuild.Rules.Compose;
using HardenBuild.Rules.Daemon;
using HardenBuild.Rules.Dockerfile.Copying;
using HardenBuild.Rules.Dockerfile.Form;
using HardenBuild.Rules.Dockerfile.Health;
using HardenBuild.Rules.Dockerfile.Images;
using HardenBuild.Rules.Dockerfile.Labels;
using HardenBuild.Rules.Dockerfile.Network;
using HardenBuild.Rules.Dockerfile.Secrets;
using HardenBuild.Rules.Dockerfile.Shell;
using HardenBuild.Rules.Dockerfile.Stages;
using HardenBuild.Rules.Dockerfile.Users;
using HardenBuild.Rules.DotNet;
using HardenBuild.Rules.Kubernetes;
using HardenBuild.Rules.Tool;

namespace HardenBuild.Rules;

/// <summary>Every rule, one line each, sorted by id within its subject. The tests compare it with the types in the assembly.</summary>
public static class RuleCatalog
{
    internal static ImmutableArray<ToolRule> Tool { get; } =
    [
        UnreadableFile.Instance,
        DockerfileParseError.Instance,
        YamlSyntaxError.Instance,
        UnusedSuppression.Instance,
        SuppressionCommentUsed.Instance,
        RuleFailed.Instance,
        InvalidConfiguration.Instance,
        InvalidSuppression.Instance,
        LimitExceeded.Instance,
    ];

    internal static ImmutableArray<DockerfileRule> Dockerfile { get; } =
    [
        new InstructionBeforeFrom(),
        new ExecFormMalformedJson(),
        new ShellFormCmdEntrypoint(),
        new ShellFormHealthcheck(),
        new MultipleHealthcheck(),
        new BaseImageUntagged(),
        new BaseImageLatest(),
        new FinalStageRootUser(),
        new FinalStageUserMissing(),
        new SudoInRun(),
        new SecretInEnvOrArgName(),
        new SecretLiteralValue(),
        new SecretFileCopied(),
        new CurlInsecure(),
        new PipeRemoteScriptToShell(),
        new DockerfileDockerSocket(),
        new ExposeSshPort(),
        new CopyFromUnknownStage(),
        new AddInsteadOfCopy(),
        new PipeWithoutPipefail(),
        new HeredocWithoutErrexit(),
        new SemicolonMasksFailure(),
        new ShellScriptDefect(),
        new StopsignalInvalid(),
        new HealthcheckMissing(),
        new HealthcheckDisabled(),
        new HealthcheckToolNotInImage(),
        new HealthcheckIntervalInvalid(),
        new LabelKeyInvalid(),
        new LabelRequiredMissing(),
        new LabelNotInSchema(),
        new LabelEmpty(),
        new LabelNotUrl(),
        new LabelNotRfc3339(),
        new LabelNotSpdx(),
        new LabelNotGitHash(),
        new LabelNotSemver(),
        new LabelNotEmail(),
        new ShellSpacedAssignment(),
        new ShellDollarAssignment(),
        new ShellMissingBlank(),
        new ShellAmpersandSemicolon(),
        new ShellNonBreakingBlank(),
        new ShellKeywordCasing(),
        new ShellSuspiciousQuote(),
        new ShellLiteralBrace(),
        new ShellMisplacedKeyword(),
        new ShellComparisonAsAssignment(),
        new ShellCdWithoutExit(),
        new ShellUnquotedSubstitution(),
        new ShellWordSplitting(),
        new ShellGlobAsOption(),
        new ShellAndOrAsIf(),
        new ShellEchoEscape(),
        new ShellUselessCat(),
        new ShellMaskedFailure(),
        new ShellUnassignedVariable(),
        new ShellBashismInSh(),
        new ShellOddQuoting(),
        new DotnetImageEol(),
        new DotnetSdkImageAsFinalStage(),
        new DotnetNonRootUserNotUsed(),
    ];

    internal static ImmutableArray<ContainerOptionsRule> Containers { get; } =
    [
        new ComposePrivileged(),
        new ComposeDockerSocket(),
        new ComposeSensitiveHostMount(),
        new ComposeReadOnlyRootMissing(),
        new ComposeNetworkHost(),
        new ComposePidHost(),
        new ComposeIpcHost(),
        new ComposeUsernsHost(),
        new ComposeCapAddDangerous(),
        new ComposeCapDropAllMissing(),
        new ComposeNoNewPrivilegesMissing(),
        new ComposeSeccompUnconfined(),
        new ComposeApparmorUnconfined(),
        new ComposeSelinuxDisabled(),
        new ComposeUserRoot(),
        new ComposeSecretLiteralInEnvironment(),
        new DockerHostTcpPlain(),
    ];

    internal static ImmutableArray<WorkloadRule> Workload { get; } =
    [
        new ContainerPrivileged(),
        new PrivilegeEscalationAllowed(),
        new RunAsNonRootNotEnforced(),
        new RunAsUserRoot(),
        new CapabilitiesNotDroppedAll(),
        new CapabilityAddedNotInBaseline(),
        new CapabilitySysAdminAdded(),
        new HostNetwork(),
        new HostPid(),
        new HostIpc(),
        new SeccompUnconfined(),
        new SeccompProfileMissing(),
        new ApparmorDisabled(),
        new SelinuxOptionsUnsafe(),
        new ProcMountUnmasked(),
        new RootFilesystemWritable(),
        new HostPathVolume(),
        new HostPathSensitive(),
        new ContainerRuntimeSocketMounted(),
    ];

    internal static ImmutableArray<ManifestRule> Manifest { get; } =
    [
        new RemovedApiVersion(),
    ];

    internal static ImmutableArray<DaemonRule> Daemon { get; } =
    [
        new DaemonIccEnabled(),
        new DaemonInsecureRegistries(),
        new DaemonTcpWithoutTls(),
        new DaemonTcpAllInterfaces(),
        new DaemonUsernsRemapMissing(),
        new DaemonNoNewPrivilegesMissing(),
        new DaemonSeccompUnconfined(),
    ];

    /// <summary>All rules by id.</summary>
    public static ImmutableArray<Rule> All { get; } = Sort([.. Tool, .. Dockerfile, .. Containers, .. Workload, .. Manifest, .. Daemon]);

    private static ImmutableArray<Rule> Sort(Rule[] rules)
    {
        Array.Sort(rules, static (a, b) => string.CompareOrdinal(a.Id, b.Id));
        return [.. rules];
    }
}
