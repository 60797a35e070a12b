using HardenBuild.Model.Kubernetes;

namespace HardenBuild.Rules.Kubernetes.Network;

/// <summary>A DNS option that the project wants.</summary>
internal sealed class DnsConfigOptionMissing() : WorkloadRule("HB3106", RuleSeverity.None, RuleSeverity.None)
{
    protected override IEnumerable<Finding> Find(Workload workload)
    {
        var options = workload.Object.Options;
        var (name, value) = (options.Find(this, NameOption) ?? "ndots", options.Find(this, ValueOption) ?? "2");
        var config = new ManifestFields(workload.Pod.Spec).Object("dnsConfig");
        if (config.IsUnknown)
            yield break;
        foreach (var option in config.Objects("options"))
        {
            var fields = new ManifestFields(option);
            if (fields.Text("name").IsUnknown || (fields.Text("name").Is(name) && (fields.Text("value").IsUnknown || fields.Text("value").Is(value))))
                yield break;
        }

        yield return ReportPod(workload, workload.Object.NameLocation, workload.LogicalPath, name, value);
    }

    private const string NameOption = "name";
    private const string ValueOption = "value";

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(DnsConfigOptionMissing),
        Title = "DNS option is missing",
        MessageFormat = "'{0}' does not set the DNS option '{1}' to '{2}'; add it to 'dnsConfig.options'",
        Rationale =
            "With the default of five dots each name outside of the cluster is asked for up to five times. The rule is off by "
            + "default and asks for 'ndots: 2' unless configured otherwise.",
        WhenToIgnore = "When the pods look up names of the cluster only.",
        CatalogueSlugs = ["dns-config-option-missing"],
        SecuritySeverity = SecuritySeverity.None,
        Precision = RulePrecision.High,
        References = [],
        Aliases = ["kube-linter:dnsconfig-options"],
        Options = [new RuleOption(NameOption, "ndots", "The option's name"), new RuleOption(ValueOption, "2", "The option's value")],
        Violations =
        [
            new("network.yaml", """
                apiVersion: apps/v1
                kind: Deployment
                metadata:
                  name: [|api|]
                  namespace: shop
                spec:
                  template:
                    spec:
                      containers:
                        - name: api
                          image: registry.example.com/api:1.4.2

                """),
        ],
        Fixed =
        [
            new("network.yaml", """
                apiVersion: apps/v1
                kind: Deployment
                metadata:
                  name: api
                  namespace: shop
                spec:
                  template:
                    spec:
                      dnsConfig:
                        options:
                          - name: ndots
                            value: '2'
                      containers:
                        - name: api
                          image: registry.example.com/api:1.4.2

                """),
        ],
    };
}
