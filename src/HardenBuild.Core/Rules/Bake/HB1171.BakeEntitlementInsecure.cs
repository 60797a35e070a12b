using HardenBuild.Model.Docker.Bake;
using HardenBuild.Text;

namespace HardenBuild.Rules.Bake;

/// <summary>A build is given rights over the builder.</summary>
internal sealed class BakeEntitlementInsecure() : BakeRule("HB1171", RuleSeverity.Warning, RuleSeverity.Error)
{
    public override IEnumerable<Finding> Analyze(BakeFile file)
    {
        foreach (var target in file.Targets)
        {
            foreach (var entitlement in target.Entitlements)
            {
                if (entitlement.Value == "security.insecure")
                    yield return Report(entitlement.Location, entitlement.Value, target.Name.Value, "run privileged") with { LogicalPath = target.LogicalPath };
                else if (entitlement.Value == "network.host")
                    yield return Network(target, entitlement);
            }

            if (target.Network is { Value: "host" } network)
                yield return Network(target, network);
        }
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(BakeEntitlementInsecure),
        Title = "A build is given rights over the machine that runs it",
        MessageFormat = "'{0}' lets the build of '{1}' {2}; remove it",
        Rationale = "With security.insecure RUN instructions run privileged: a package that the build installs can take over the machine that builds, and everything that is built there later. The network of the host shows it services that listen on the loopback address only.",
        WhenToIgnore = "For a build that cannot work otherwise, on a builder that is thrown away. The network of the host is a suggestion.",
        CatalogueSlugs = ["bake-entitlement-insecure"],
        SecuritySeverity = SecuritySeverity.High,
        Precision = RulePrecision.High,
        References = [RuleReference.Cwe(250), RuleReference.OwaspDocker("D04")],
        Violations =
        [
            new("docker-bake.hcl", """
                target "web" {
                  dockerfile = "src/Shop.Api/Dockerfile"
                  entitlements = ["[|security.insecure|]"]
                }

                """),
        ],
        Fixed =
        [
            new("docker-bake.hcl", """
                target "web" {
                  dockerfile = "src/Shop.Api/Dockerfile"
                  context = "."
                }

                """),
        ],
    };

    private Finding Network(BakeTarget target, Located<string> text) => Report(text.Location, text.Value, target.Name.Value, "use the network of the host") with
    {
        AtMost = RuleSeverity.Suggestion,
        LogicalPath = target.LogicalPath,
    };
}
