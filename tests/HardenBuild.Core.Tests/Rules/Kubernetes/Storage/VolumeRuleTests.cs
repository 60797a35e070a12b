using HardenBuild.Core.Tests.Kubernetes;
using HardenBuild.Rules;
using HardenBuild.Rules.Kubernetes.Storage;

namespace HardenBuild.Core.Tests.Rules.Kubernetes.Storage;

/// <summary>The kinds of volumes, and the claims behind them.</summary>
public sealed class VolumeRuleTests
{
    [Theory]
    [InlineData("{name: v, [|nfs|]: {server: s, path: /}}")]
    [InlineData("{name: v, [|iscsi|]: {}}")]
    [InlineData("{name: v, [|awsElasticBlockStore|]: {volumeID: x}}")]
    [InlineData("{name: v, [|image|]: {reference: x}}")]
    [InlineData("{name: v, hostPath: {path: /srv}}")]
    [InlineData("{name: v, gitRepo: {repository: x}}")]
    [InlineData("{name: v, rbd: {}}")]
    [InlineData("{name: v, emptyDir: {}}")]
    [InlineData("{name: v}")]
    [InlineData("{name: v, nfs: }")]
    [InlineData("{{ x }}")]
    public void Type_outside_restricted(string volume) => Verify<VolumeTypeNotInRestricted>(Manifests.PodWithContainer($"volumes: [{volume}]\n"));

    [Fact]
    public void Types_can_be_allowed() => RuleVerifier.Verify<VolumeTypeNotInRestricted>(
        ("pod.yaml", Manifests.PodWithContainer("volumes: [{name: v, image: {reference: x}}, {name: w, [|nfs|]: {}}]\n")),
        (".editorconfig", "[*]\nhardenbuild.hb3046.allowed_volume_types = image\n"));

    [Theory]
    [InlineData("{name: v, [|gitRepo|]: {repository: https://x}}")]
    [InlineData("{name: v, gitRepo: }")]
    [InlineData("{name: gitRepo, emptyDir: {}}")]
    public void Git_repository(string volume) => Verify<GitRepoVolume>(Manifests.PodWithContainer($"volumes: [{volume}]\n"));

    [Theory]
    [InlineData("[|glusterfs|]: {}", RuleSeverity.Error)]
    [InlineData("[|scaleIO|]: {}", RuleSeverity.Error)]
    [InlineData("[|cephfs|]: {}", RuleSeverity.Error)]
    [InlineData("[|azureDisk|]: {}", RuleSeverity.Suggestion)]
    [InlineData("[|vsphereVolume|]: {}", RuleSeverity.Suggestion)]
    [InlineData("nfs: {}", null)]
    [InlineData("csi: {}", null)]
    public void Removed_driver(string source, RuleSeverity? expected)
    {
        var pod = Manifests.PodWithContainer($"volumes: [{{name: v, {source}}}]\n");
        var volume = $"apiVersion: v1\nkind: PersistentVolume\nmetadata: {{name: v}}\nspec: {{capacity: {{storage: 1Gi}}, {source}}}\n";

        Verify<InTreeVolumeRemoved>(pod);
        Verify<InTreeVolumeRemoved>(volume);
        Assert.All(Scan<InTreeVolumeRemoved>(Plain(volume)), finding => Assert.Equal(expected, finding.AtMost));
    }

    [Theory]
    [InlineData("[|emptyDir|]: {}", "")]
    [InlineData("[|emptyDir|]: {medium: Memory}", "")]
    [InlineData("emptyDir: {sizeLimit: 1Gi}", "")]
    [InlineData("emptyDir: {sizeLimit: 1000}", "")]
    [InlineData("emptyDir: {sizeLimit: '{{ x }}'}", "")]
    [InlineData("emptyDir: '{{ x }}'", "")]
    [InlineData("emptyDir: {}", "resources: {limits: {ephemeral-storage: 1Gi}}")]
    [InlineData("[|emptyDir|]: {}", "resources: {limits: {memory: 1Gi}}")]
    public void Scratch_volume(string source, string fields) => Verify<EmptyDirWithoutSizeLimit>(Manifests.Pod($"containers: [{{name: a, {fields}}}]\nvolumes: [{{name: v, {source}}}]\n"));

    [Theory]
    [InlineData("subPath: [|a|]", "persistentVolumeClaim: {claimName: c}")]
    [InlineData("subPathExpr: [|a|]", "emptyDir: {}")]
    [InlineData("subPath: a, readOnly: true", "emptyDir: {}")]
    [InlineData("subPath: a", "configMap: {name: c}")]
    [InlineData("subPath: ''", "emptyDir: {}")]
    public void Folder_in_a_volume(string mount, string source) =>
        Verify<MountOverSubPathWritable>(Manifests.Pod($"containers: [{{name: a, volumeMounts: [{{name: v, mountPath: /x, {mount}}}]}}]\nvolumes: [{{name: v, {source}}}]\n"));

    [Theory]
    [InlineData("PersistentVolumeClaim", "persistentVolumeClaim: {claimName: [|c|]}", "", "v")]
    [InlineData("PersistentVolumeClaim", "persistentVolumeClaim: {claimName: c}", "", "other")]
    [InlineData("PersistentVolumeClaim", "persistentVolumeClaim: {claimName: c}", "namespace: elsewhere", "v")]
    [InlineData("PersistentVolumeClaim", "persistentVolumeClaim: {claimName: d}", "", "v")]
    public void Claim_of_the_set(string kind, string source, string metadata, string mount) => Verify<WorkloadMountsPersistentVolume>(Mounting(kind, source, metadata, mount));

    [Theory]
    [InlineData("configMap: {name: [|c|]}", "", "v")]
    [InlineData("configMap: {name: c}", "namespace: elsewhere", "v")]
    public void Settings_of_the_set(string source, string metadata, string mount) => Verify<WorkloadMountsConfigmap>(Mounting("ConfigMap", source, metadata, mount));

    [Theory]
    [InlineData("provisioner: [|ebs.csi.aws.com|]")]
    [InlineData("provisioner: [|kubernetes.io/aws-ebs|]\nparameters: {type: gp3}")]
    [InlineData("provisioner: ebs.csi.aws.com\nparameters: {encrypted: [|\"false\"|]}")]
    [InlineData("provisioner: other\nparameters: {encrypted: [|\"False\"|]}")]
    [InlineData("provisioner: ebs.csi.aws.com\nparameters: {encrypted: \"true\"}")]
    [InlineData("provisioner: ebs.csi.aws.com\nparameters: {encrypted: \"{{ x }}\"}")]
    [InlineData("provisioner: ebs.csi.aws.com\nparameters: '{{ x }}'")]
    [InlineData("provisioner: disk.csi.azure.com")]
    [InlineData("provisioner: '{{ x }}'")]
    public void Unencrypted_class(string fields) => Verify<PersistentVolumeUnencrypted>("apiVersion: storage.k8s.io/v1\nkind: StorageClass\nmetadata: {name: c}\n" + fields + "\n");

    [Fact]
    public void Volumes_of_an_unencrypted_class_are_related_to_it() => Verify<PersistentVolumeUnencrypted>(
        "apiVersion: storage.k8s.io/v1\nkind: StorageClass\nmetadata: {name: c}\nprovisioner: [|ebs.csi.aws.com|]\n---\napiVersion: v1\nkind: PersistentVolume\nmetadata: {name: v}\nspec: {storageClassName: {|#0:c|}}\n");

    [Theory]
    [InlineData("accessModes: [[|ReadWriteMany|]]")]
    [InlineData("accessModes: [[|ReadOnlyMany|]], storageClassName: fast")]
    [InlineData("accessModes: [ReadWriteMany], storageClassName: azurefile-premium")]
    [InlineData("accessModes: [ReadWriteMany], storageClassName: '{{ x }}'")]
    [InlineData("accessModes: [ReadWriteOnce]")]
    [InlineData("accessModes: [ReadWriteMany, ReadWriteOncePod]")]
    [InlineData("accessModes: ['{{ x }}']")]
    public void Access_mode(string spec) => Verify<StatefulsetClaimAccessMode>(StatefulSet("data", spec));

    [Theory]
    [InlineData("[|data|]", "accessModes: [ReadWriteOnce]")]
    [InlineData("[|data|]", "resources: {limits: {storage: 1Gi}}")]
    [InlineData("data", "resources: {requests: {storage: 1Gi}}")]
    [InlineData("data", "resources: '{{ x }}'")]
    public void Claim_without_a_size(string name, string spec) => Verify<StatefulsetClaimMissingStorageRequest>(StatefulSet(name, spec));

    [Theory]
    [InlineData("metadata: {name: [|data|]}")]
    [InlineData("metadata: {name: data, annotations: {team: [|''|]}}")]
    [InlineData("metadata: {name: data, annotations: {team: shop}}")]
    [InlineData("metadata: {name: data, annotations: '{{ x }}'}")]
    public void Annotation_of_a_claim(string metadata) => RuleVerifier.Verify<StatefulsetClaimAnnotationMissing>(
        ("set.yaml", $"apiVersion: apps/v1\nkind: StatefulSet\nmetadata: {{name: s}}\nspec: {{volumeClaimTemplates: [{{{metadata}}}]}}\n"),
        (".editorconfig", "[*]\nhardenbuild.hb3056.required_annotations = team\n"));

    private static string Mounting(string kind, string source, string metadata, string mount) =>
        $"apiVersion: v1\nkind: {kind}\nmetadata:\n  name: c\n  {metadata}\n---\n"
        + Manifests.Pod($"containers: [{{name: a, volumeMounts: [{{name: {mount}, mountPath: /x}}]}}]\nvolumes: [{{name: v, {source}}}]\n");

    private static string StatefulSet(string name, string spec) =>
        $"apiVersion: apps/v1\nkind: StatefulSet\nmetadata: {{name: s}}\nspec: {{volumeClaimTemplates: [{{metadata: {{name: {name}}}, spec: {{{spec}}}}}]}}\n";

    private static string Plain(string marked) => marked.Replace("[|", "", StringComparison.Ordinal).Replace("|]", "", StringComparison.Ordinal);

    private static List<Finding> Scan<TRule>(string text)
        where TRule : Rule => RuleVerifier.Scan(RuleCatalog.All.OfType<TRule>().Single(), [("manifests.yaml", text)]);

    private static void Verify<TRule>(string marked)
        where TRule : Rule => RuleVerifier.Verify<TRule>("manifests.yaml", marked);
}
