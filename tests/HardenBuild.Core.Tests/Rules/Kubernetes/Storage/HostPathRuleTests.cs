using HardenBuild.Core.Tests.Kubernetes;
using HardenBuild.Rules;
using HardenBuild.Rules.Kubernetes.Storage;

namespace HardenBuild.Core.Tests.Rules.Kubernetes.Storage;

/// <summary>What pods take from the disk of their node.</summary>
public sealed class HostPathRuleTests
{
    private const string Mounted = "volumeMounts: [{name: v, mountPath: [|/x|]}]";
    private const string Read = "volumeMounts: [{name: v, mountPath: /x}]";

    [Theory]
    [InlineData("spec: {hostPath: {path: [|/data|]}}")]
    [InlineData("spec: {local: {path: [|/mnt/disk|]}}")]
    [InlineData("spec: {[|hostPath|]: {type: Directory}}")]
    [InlineData("spec: {hostPath: '{{ x }}'}")]
    [InlineData("spec: {csi: {driver: x}}")]
    public void Volume_of_an_administrator_is_a_suggestion(string spec)
    {
        var text = "apiVersion: v1\nkind: PersistentVolume\nmetadata: {name: v}\n" + spec + "\n";

        RuleVerifier.Verify<HostPathVolume>("volume.yaml", text);
        Assert.All(Scan<HostPathVolume>(text.Replace("[|", "", StringComparison.Ordinal).Replace("|]", "", StringComparison.Ordinal)), finding => Assert.Equal(RuleSeverity.Suggestion, finding.AtMost));
    }

    [Theory]
    [InlineData(Mounted, "{path: /srv}")]
    [InlineData("volumeMounts: [{name: v, mountPath: /x, readOnly: [|false|]}]", "{path: /srv}")]
    [InlineData("volumeMounts: [{name: v, mountPath: [|/x|]}, {name: v, mountPath: {|#0:/y|}}, {name: v, mountPath: /z, readOnly: true}]", "{path: /srv}")]
    [InlineData(Mounted, "{path: '{{ x }}'}")]
    [InlineData("volumeMounts: [{name: v, mountPath: /x, readOnly: true}]", "{path: /srv}")]
    [InlineData("volumeMounts: [{name: v, mountPath: /x, readOnly: '{{ x }}'}]", "{path: /srv}")]
    [InlineData(Read, "{path: /run/app.sock}")]
    [InlineData(Read, "{path: /srv/x, type: Socket}")]
    [InlineData(Read, "{path: /dev/kvm}")]
    [InlineData("volumeMounts: [{name: other, mountPath: /x}]", "{path: /srv}")]
    [InlineData("volumeMounts: '{{ x }}'", "{path: /srv}")]
    public void Writable_mount(string mounts, string hostPath)
    {
        RuleVerifier.Verify<HostPathWritableMount>("pod.yaml", Manifests.Pod($"containers: [{{name: a, {mounts}}}]\nvolumes: [{{name: v, hostPath: {hostPath}}}, {{name: other, emptyDir: {{}}}}]\n"));
        RuleVerifier.Verify<HostPathWritableMount>("job.yaml", Manifests.CronJob($"initContainers: [{{name: i, {mounts}}}]\nvolumes: [{{name: v, hostPath: {hostPath}}}]\n"));
    }

    [Theory]
    [InlineData("/root/.aws", "AWS")]
    [InlineData("/home/ubuntu/.aws/credentials", "AWS")]
    [InlineData("/.azure", "Azure")]
    [InlineData("/etc/kubernetes/azure.json", "Azure")]
    [InlineData("/etc/azure/", "Azure")]
    [InlineData("/root/.config/gcloud", "Google Cloud")]
    [InlineData("/gcloud", "Google Cloud")]
    [InlineData("/var/run/secrets/eks.amazonaws.com/serviceaccount", "AWS")]
    public void Credentials_of_a_cloud(string path, string cloud) =>
        Assert.Contains(cloud, Assert.Single(Scan<CloudCredentialPathMounted>(Manifests.PodWithContainer($"volumes: [{{name: v, hostPath: {{path: {path}}}}}]\n"))).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("/etc/kubernetes/manifests")]
    [InlineData("/srv/.awsome")]
    [InlineData("/home/user/config")]
    [InlineData("/home")]
    [InlineData("'{{ .Values.path }}'")]
    public void Other_folders_hold_no_credentials_of_a_cloud(string path) =>
        Assert.Empty(Scan<CloudCredentialPathMounted>(Manifests.PodWithContainer($"volumes: [{{name: v, hostPath: {{path: {path}}}}}]\n")));

    private static List<Finding> Scan<TRule>(string text)
        where TRule : Rule => RuleVerifier.Scan(RuleCatalog.All.OfType<TRule>().Single(), [("pod.yaml", text)]);
}
