using System.Collections.Immutable;
using HardenBuild.Rules.Compose;
using HardenBuild.Rules.Daemon;
using HardenBuild.Rules.Dockerfile.Commands;
using HardenBuild.Rules.Dockerfile.Copying;
using HardenBuild.Rules.Dockerfile.Directories;
using HardenBuild.Rules.Dockerfile.Downloads;
using HardenBuild.Rules.Dockerfile.Form;
using HardenBuild.Rules.Dockerfile.Health;
using HardenBuild.Rules.Dockerfile.Images;
using HardenBuild.Rules.Dockerfile.Labels;
using HardenBuild.Rules.Dockerfile.Mounts;
using HardenBuild.Rules.Dockerfile.Network;
using HardenBuild.Rules.Dockerfile.Packages;
using HardenBuild.Rules.Dockerfile.Permissions;
using HardenBuild.Rules.Dockerfile.Secrets;
using HardenBuild.Rules.Dockerfile.Shell;
using HardenBuild.Rules.Dockerfile.Stages;
using HardenBuild.Rules.Dockerfile.Users;
using HardenBuild.Rules.Dockerfile.Variables;
using HardenBuild.Rules.Dockerfile.Verification;
using HardenBuild.Rules.DotNet.Context;
using HardenBuild.Rules.DotNet.Images;
using HardenBuild.Rules.DotNet.Ports;
using HardenBuild.Rules.DotNet.Publish;
using HardenBuild.Rules.DotNet.Restore;
using HardenBuild.Rules.DotNet.SdkContainer;
using HardenBuild.Rules.DotNet.Secrets;
using HardenBuild.Rules.DotNet.Settings;
using HardenBuild.Rules.DotNet.Tools;
using HardenBuild.Rules.DotNet.Users;
using HardenBuild.Rules.Kubernetes;
using HardenBuild.Rules.Kubernetes.Security;
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
        PeerConfigurationUsed.Instance,
    ];

    internal static ImmutableArray<DockerfileRule> Dockerfile { get; } =
    [
        new InstructionBeforeFrom(),
        new OnbuildForbiddenInstruction(),
        new MaintainerDeprecated(),
        new InstructionKeywordCasing(),
        new FromAsCasing(),
        new StageNameNotLowercase(),
        new DuplicateStageName(),
        new ReservedStageName(),
        new EmptyContinuationLine(),
        new LegacyKeyValueSyntax(),
        new SpaceBeforeEqualsInKeyValue(),
        new EnvSelfReferenceSameInstruction(),
        new UndefinedVariable(),
        new UndefinedArgInFrom(),
        new FromArgDefaultInvalid(),
        new DefinitionDescriptionMalformed(),
        new ExecFormMalformedJson(),
        new ShellFormCmdEntrypoint(),
        new ShellFormHealthcheck(),
        new MultipleCmd(),
        new MultipleEntrypoint(),
        new MultipleHealthcheck(),
        new ExposePortOutOfRange(),
        new ExposeIpOrHostPort(),
        new ExposeProtocolCasing(),
        new BaseImageUntagged(),
        new BaseImageLatest(),
        new BaseImageDigestNotPinned(),
        new BaseImageRegistryNotAllowed(),
        new FromPlatformConstant(),
        new FromPlatformRedundantTargetplatform(),
        new BaseImageEolDistro(),
        new BaseImageUnusedStage(),
        new FinalStageRootUser(),
        new FinalStageUserMissing(),
        new UserNotNumeric(),
        new SudoInRun(),
        new PackageInstallAsNonRoot(),
        new SetuidBitSet(),
        new WorldWritablePermissions(),
        new AppFilesOwnedByRuntimeUser(),
        new UseraddHighUidNoLogInit(),
        new PasswordSetInRun(),
        new DuplicateUserOrGroupId(),
        new SecretInEnvOrArgName(),
        new SecretLiteralValue(),
        new SecretInRunCommand(),
        new SecretFileCopied(),
        new SecretMountWorldReadable(),
        new SecretMountRequiredMissing(),
        new CopiedSecretDeletedLater(),
        new EnvUnsetInLaterLayer(),
        new DebugOrDevelopmentEnv(),
        new GitSslVerifyDisabled(),
        new NodeTlsRejectDisabled(),
        new NpmStrictSslEnvDisabled(),
        new NpmYarnStrictSslConfigDisabled(),
        new PipTrustedHostOption(),
        new PipTrustedHostEnv(),
        new PythonHttpsVerifyDisabled(),
        new CurlInsecure(),
        new WgetNoCheckCertificate(),
        new YumDnfSslverifyDisabled(),
        new ApkAllowUntrusted(),
        new AptAllowUnauthenticated(),
        new AptForceYes(),
        new YumNogpgcheck(),
        new RpmNoSignature(),
        new AptKeyDeprecated(),
        new PipeRemoteScriptToShell(),
        new RemoteDownloadWithoutChecksum(),
        new ClearTextHttpDownload(),
        new RedirectDowngradeAllowed(),
        new WeakTlsVersionForced(),
        new WeakHashIntegrityCheck(),
        new VulnerableOpensslSource(),
        new NpmInstallScriptsAllowed(),
        new PipExtraIndexUrl(),
        new InsecureBuildSandbox(),
        new BuildHostNetwork(),
        new DockerfileDockerSocket(),
        new ExposeSshPort(),
        new ExposeAdministrationPort(),
        new SshServerInstalled(),
        new ExposePrivilegedPortNonRoot(),
        new WorkdirRelative(),
        new WorkdirSystemDirectory(),
        new CdInsteadOfWorkdir(),
        new CopyRelativeWithoutWorkdir(),
        new CopyMultipleSourcesNoSlash(),
        new CopyFromUnknownStage(),
        new CopyFromSelf(),
        new CopyFromStageIndex(),
        new CopyEntireFilesystem(),
        new CopyIgnoredFile(),
        new CopySourceMissing(),
        new AddInsteadOfCopy(),
        new AddRemoteUrlPreferRun(),
        new ArchiveCopiedThenExtracted(),
        new CopyWholeContextIntoFinal(),
        new VolumeModifiedAfterDeclaration(),
        new VolumeInstructionDiscouraged(),
        new BaseImagePlatformMismatch(),
        new AptInsteadOfAptGet(),
        new AptVersionNotPinned(),
        new AptMissingYes(),
        new AptInstallRecommends(),
        new AptListsNotRemoved(),
        new PackageUpdateAlone(),
        new SystemUpgradeInBuild(),
        new DistUpgradeInBuild(),
        new ApkUpgrade(),
        new ApkVersionNotPinned(),
        new ApkAddWithoutNoCache(),
        new YumMissingYes(),
        new YumCleanMissing(),
        new YumVersionNotPinned(),
        new YumUpdateAll(),
        new DnfMissingYes(),
        new DnfCleanMissing(),
        new MicrodnfCleanMissing(),
        new DnfVersionNotPinned(),
        new DnfUpdateAll(),
        new ZypperNonInteractiveMissing(),
        new ZypperDistUpgrade(),
        new ZypperUpdate(),
        new ZypperCleanMissing(),
        new ZypperVersionNotPinned(),
        new PipVersionNotPinned(),
        new PipCacheKept(),
        new NpmVersionNotPinned(),
        new NpmInstallInsteadOfCi(),
        new YarnCacheKept(),
        new GemVersionNotPinned(),
        new GoVersionNotPinned(),
        new UnnecessaryPackageInstalled(),
        new CurlAndWgetBoth(),
        new WgetWithoutProgressLimit(),
        new NonsensicalCommandInBuild(),
        new DefaultShellChangedByLink(),
        new PipeWithoutPipefail(),
        new HeredocWithoutErrexit(),
        new SemicolonMasksFailure(),
        new ShellScriptDefect(),
        new ConsecutiveRunInstructions(),
        new RunLineTooLong(),
        new PackageListNotSorted(),
        new OnbuildInApplicationImage(),
        new PinnedSyntaxDirectiveMissing(),
        new SyntaxDirectiveUntrusted(),
        new StopsignalInvalid(),
        new GitCloneWithoutRef(),
        new BindMountWritable(),
        new CacheMountSharedAptUnlocked(),
        new ArgGlobalNotRedeclared(),
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
        new DotnetImageDistroEol(),
        new DotnetImageTagNonexistent(),
        new DotnetImageDefaultOsChanged(),
        new DotnetImagePreview(),
        new DotnetImageLegacyRepository(),
        new DotnetRuntimeImageTfmMismatch(),
        new DotnetSdkImageTfmMismatch(),
        new DotnetSdkImageAsFinalStage(),
        new DotnetRuntimeImageKindMismatch(),
        new DotnetNonRootUserNotUsed(),
        new DotnetAppUidOverridden(),
        new DotnetPrivilegedPortNonRoot(),
        new DotnetExposePortMismatch(),
        new DotnetAspnetcoreEnvironmentDevelopment(),
        new DotnetDetailedErrorsOrShutdownFlags(),
        new DotnetHttpsCertificateCopied(),
        new DotnetUserSecretsCopied(),
        new DotnetAppsettingsWithSecretsInContext(),
        new DotnetDevelopmentAppsettingsInImage(),
        new DotnetNugetConfigCredentialsCopied(),
        new DotnetNugetSourcePasswordInRun(),
        new DotnetNugetInsecureSource(),
        new DotnetNugetSignatureVerificationDisabled(),
        new DotnetRestoreCacheOrder(),
        new DotnetRestoreInputsMissing(),
        new DotnetRestoreNotLocked(),
        new DotnetPublishRestoresAgain(),
        new DotnetPublishDebugConfiguration(),
        new DotnetRunOrWatchAsEntrypoint(),
        new DotnetEntrypointDllMismatch(),
        new DotnetShellRequiredOnChiseled(),
        new DotnetGlobalizationMismatch(),
        new DotnetTimezoneDataMissing(),
        new DotnetMuslRidMismatch(),
        new DotnetCrossArchSdkEmulation(),
        new DotnetRemoteDebuggerInImage(),
        new DotnetToolVersionNotPinned(),
        new DotnetInstallScriptWithoutVerification(),
        new DotnetDockerignoreMissing(),
        new DotnetDockerignoreIncomplete(),
        new DotnetObjFolderOverwritesRestore(),
        new DotnetCopySourceIntoRuntimeImage(),
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
        new SecurityContextMissing(),
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

    internal static ImmutableArray<ManifestSetRule> ManifestSet { get; } = [];

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
    public static ImmutableArray<Rule> All { get; } = Sort([.. Tool, .. Dockerfile, .. Project, .. Containers, .. Workload, .. Manifest, .. ManifestSet, .. Daemon]);

    private static ImmutableArray<Rule> Sort(Rule[] rules)
    {
        Array.Sort(rules, static (a, b) => string.CompareOrdinal(a.Id, b.Id));
        return [.. rules];
    }
}
