using HardenBuild.Model.Kubernetes;
using HardenBuild.Syntax.Yaml;
using HardenBuild.Text;

namespace HardenBuild.Rules.Kubernetes.Images;

/// <summary>A sandbox for agents that does not hold them.</summary>
internal sealed class SandboxTemplateHardening() : ManifestRule("HB3082", RuleSeverity.None, RuleSeverity.None)
{
    private const string AllowedRuntimeClasses = "allowed_runtime_classes";
    private const string Hardened = "gvisor, runsc, kata, kata-qemu, kata-clh, kata-fc, kata-mshv-vm-isolation, kata-vm-isolation, firecracker";

    private static readonly string[] HardenedClasses = Hardened.Split([", "], StringSplitOptions.None);

    public override IEnumerable<Finding> Analyze(KubernetesObject manifest)
    {
        if (manifest.Kind.Value != "SandboxTemplate" || !manifest.ApiGroup.EndsWith("agents.x-k8s.io", StringComparison.Ordinal))
            return [];
        var spec = new ManifestFields(manifest.Root["spec"]);
        return RuntimeClass(manifest, spec).Concat(Egress(manifest, spec)).Select(finding => finding with { LogicalPath = manifest.LogicalPath });
    }

    private IEnumerable<Finding> RuntimeClass(KubernetesObject manifest, ManifestFields spec)
    {
        var pod = spec.Object("podTemplate").Object("spec");
        if (pod.IsAbsent || pod.IsUnknown)
            yield break;
        var configured = manifest.Options.List(this, AllowedRuntimeClasses);
        IReadOnlyList<string> allowed = configured.Count == 0 ? HardenedClasses : configured;
        var runtimeClass = pod.Text("runtimeClassName");
        if (runtimeClass.IsAbsent)
            yield return Report(manifest.NameLocation, "shares the kernel of the node with what it should hold", "set 'runtimeClassName' to a sandboxed runtime such as gvisor");
        else if (runtimeClass.Known is { } known && !allowed.Contains(known.Value, StringComparer.Ordinal))
            yield return Report(known.Location, $"runs with the runtime class '{known.Value}', which is not known to isolate the kernel", "take a sandboxed runtime such as gvisor");
    }

    private IEnumerable<Finding> Egress(KubernetesObject manifest, ManifestFields spec)
    {
        var management = spec.Text("networkPolicyManagement");
        if (management.Known is { Value: not "Managed" } unmanaged)
        {
            yield return Report(unmanaged.Location, $"has no network policy of its own ('{unmanaged.Value}')", "set 'networkPolicyManagement: Managed'");
            yield break;
        }

        var policy = spec.Object("networkPolicy");
        if (policy.IsUnknown)
            yield break;
        if (policy.IsAbsent)
        {
            // Without either field the controller's version decides.
            if (management.Known is { } managed)
                yield return Report(managed.Location, "may send anywhere, because it names no network policy", "list the peers that it needs below 'networkPolicy.egress'");
            yield break;
        }

        foreach (var place in OpenEgress(policy))
            yield return Report(place, "may send anywhere", "name the address range, name space or pods that it needs");
    }

    /// <summary>Rules of the policy that let everything out.</summary>
    private static IEnumerable<SourceLocation> OpenEgress(ManifestFields policy)
    {
        if (policy.Mapping?.Find("egress") is not { } egress || egress.Value.AsScalar is { IsNull: true })
            yield break;
        if (egress.Value.AsSequence is not { } rules)
        {
            if (egress.Value.AsMapping is not null && !new ManifestFields(egress.Value.Resolve()).IsUnknown)
                yield return egress.KeyLocation;
            yield break;
        }

        foreach (var rule in rules.Items)
        {
            if (rule.AsMapping is not { } mapping || Placeholders.IsPlaceholder(mapping))
                continue;
            if (mapping["to"] is not { } to || to.AsScalar is { IsNull: true } || to.AsSequence is { Items.IsEmpty: true })
                yield return mapping.Members.IsEmpty ? egress.KeyLocation : mapping.Members[0].KeyLocation;
            foreach (var peer in new ManifestFields(mapping).Objects("to"))
            {
                if (IsUnscoped(peer, out var place))
                    yield return place;
            }
        }
    }

    private static bool IsUnscoped(YamlMapping peer, out SourceLocation place)
    {
        place = peer.Location;
        if (peer.Members.IsEmpty)
            return true;
        var fields = new ManifestFields(peer);
        if (fields.Object("ipBlock").Text("cidr").Known is { Value: "0.0.0.0/0" or "::/0" } range)
        {
            place = range.Location;
            return true;
        }

        place = peer.Members[0].KeyLocation;
        return fields.Object("ipBlock").IsAbsent && fields.Object("podSelector").IsAbsent
            && fields.Object("namespaceSelector") is { IsUnknown: false, Mapping: { Members.IsEmpty: true } };
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(SandboxTemplateHardening),
        Title = "Sandbox template does not hold what runs in it",
        MessageFormat = "The sandbox {0}; {1}",
        Rationale =
            "A sandbox runs programs that a model has written or a stranger has sent. Only a runtime with a kernel of its own, and a "
            + "network that lets nothing out but what is needed, keep them in.",
        WhenToIgnore = "When the nodes of the pool hold nothing else and the network is closed around them.",
        CatalogueSlugs = ["sandbox-template-hardening"],
        SecuritySeverity = SecuritySeverity.High,
        Precision = RulePrecision.High,
        References = [RuleReference.Cwe(693), RuleReference.OwaspKubernetes("K01:2022"), RuleReference.OwaspKubernetes("K01:2025")],
        Aliases =
        [
            "kubescape:C-0297",
            "kubescape:C-0301",
            "kubescape:agent-sandbox-egress-policy",
            "kubescape:agent-sandbox-hardened-runtime-class",
        ],
        Related = ["kubescape:C-0303", "kubescape:C-0304", "kubescape:agent-sandbox-container-limits"],
        Options =
        [
            new("allowed_runtime_classes", Hardened, "Runtime classes that isolate the kernel, separated by commas."),
        ],
        ComparedWith = "Limits and images of the pod are judged by the rules for all pods.",
        Violations =
        [
            new("sandbox.yaml", """
                apiVersion: extensions.agents.x-k8s.io/v1beta1
                kind: SandboxTemplate
                metadata:
                  name: agent
                spec:
                  podTemplate:
                    spec:
                      runtimeClassName: [|runc|]
                      containers:
                        - name: agent
                          image: registry.example.com/agent:1.4.2
                  networkPolicyManagement: Managed
                  networkPolicy:
                    egress:
                      - to:
                          - ipBlock:
                              cidr: 10.0.0.0/24

                """),
            new("sandbox.yaml", """
                apiVersion: extensions.agents.x-k8s.io/v1beta1
                kind: SandboxTemplate
                metadata:
                  name: agent
                spec:
                  podTemplate:
                    spec:
                      runtimeClassName: gvisor
                      containers:
                        - name: agent
                          image: registry.example.com/agent:1.4.2
                  networkPolicyManagement: Managed
                  networkPolicy:
                    egress:
                      - to:
                          - ipBlock:
                              cidr: [|0.0.0.0/0|]

                """),
        ],
        Fixed =
        [
            new("sandbox.yaml", """
                apiVersion: extensions.agents.x-k8s.io/v1beta1
                kind: SandboxTemplate
                metadata:
                  name: agent
                spec:
                  podTemplate:
                    spec:
                      runtimeClassName: gvisor
                      containers:
                        - name: agent
                          image: registry.example.com/agent:1.4.2
                  networkPolicyManagement: Managed
                  networkPolicy:
                    egress:
                      - to:
                          - ipBlock:
                              cidr: 10.0.0.0/24

                """),
        ],
    };
}
