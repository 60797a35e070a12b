using System.Collections.Immutable;
using HardenBuild.Rules.Compose;
using HardenBuild.Rules.Daemon;
using HardenBuild.Rules.Dockerfile.Copying;
using HardenBuild.Rules.Dockerfile.Images;
using HardenBuild.Rules.Dockerfile.Network;
using HardenBuild.Rules.Dockerfile.Secrets;
using HardenBuild.Rules.Dockerfile.Shell;
using HardenBuild.Rules.Dockerfile.Stages;
using HardenBuild.Rules.Dockerfile.Users;
using HardenBuild.Rules.DotNet;
using HardenBuild.Rules.DotNet.Context;
using HardenBuild.Rules.DotNet.SdkContainer;
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
        new CopyIgnoredFile(),
        new CopySourceMissing(),
        new AddInsteadOfCopy(),
        new CopyWholeContextIntoFinal(),
        new DotnetImageEol(),
        new DotnetRuntimeImageTfmMismatch(),
        new DotnetSdkImageTfmMismatch(),
        new DotnetSdkImageAsFinalStage(),
        new DotnetRuntimeImageKindMismatch(),
        new DotnetNonRootUserNotUsed(),
        new DotnetExposePortMismatch(),
        new DotnetAppsettingsWithSecretsInContext(),
        new DotnetRestoreInputsMissing(),
        new DotnetRestoreNotLocked(),
        new DotnetEntrypointDllMismatch(),
        new DotnetGlobalizationMismatch(),
        new DotnetDockerignoreMissing(),
        new DotnetDockerignoreIncomplete(),
        new DotnetObjFolderOverwritesRestore(),
        new DotnetWindowsImageHostCoupling(),
    ];

    internal static ImmutableArray<ProjectRule> Project { get; } =
    [
        new DotnetSdkContainerRootUser(),
        new DotnetSdkContainerBaseImageUnpinned(),
        new DotnetSdkContainerSecretEnv(),
        new DotnetSdkContainerPrivilegedPort(),
        new DotnetSdkContainerMutableTag(),
        new DotnetSdkContainerInsecureRegistry(),
        new DotnetSdkContainerFamilyEol(),
        new DotnetDockerfilePropertyBroken(),
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
    public static ImmutableArray<Rule> All { get; } = Sort([.. Tool, .. Dockerfile, .. Project, .. Containers, .. Workload, .. Manifest, .. Daemon]);

    private static ImmutableArray<Rule> Sort(Rule[] rules)
    {
        Array.Sort(rules, static (a, b) => string.CompareOrdinal(a.Id, b.Id));
        return [.. rules];
    }
}
