using HardenBuild.Model.Docker.Carriers;

namespace HardenBuild.Rules.Quadlet;

/// <summary>A unit uses none of the protections.</summary>
internal sealed class QuadletHardeningMissing() : QuadletRule("HB2124", RuleSeverity.None, RuleSeverity.Suggestion)
{
    private static readonly string[] s_keys = ["NoNewPrivileges", "DropCapability", "ReadOnly"];

    public override IEnumerable<Finding> Analyze(QuadletUnit unit)
    {
        var protections = s_keys.Count(unit.Has);
        if (protections > 0 || (unit.IsRootless && unit.Has("UserNS")))
            yield break;
        var missing = new List<string> { "'NoNewPrivileges=true'", "'DropCapability=all'", "'ReadOnly=true'" };
        if (!unit.Has("Pod") && !unit.Has("Memory") && !unit.Has("PidsLimit"))
            missing.Add("'Memory='");
        yield return Report(unit.Header, string.Join(", ", missing)) with { LogicalPath = unit.Options.LogicalPath };
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(QuadletHardeningMissing),
        Title = "A container unit uses none of the protections that Podman offers",
        MessageFormat = "The unit lacks {0}, so whoever takes over the program in the container has more power than it needs; add what the program can live with",
        Rationale = "Without these keys a program in the container can gain rights through setuid files, keeps a dozen capabilities, can change its own files and use up the memory and processes of the host. Each is one line in the unit.",
        WhenToIgnore = "When the unit joins a pod that sets the limits, or the program needs what is missing.",
        CatalogueSlugs = ["quadlet-hardening-missing"],
        IsAboutAbsence = true,
        SecuritySeverity = SecuritySeverity.Medium,
        Precision = RulePrecision.High,
        References = [RuleReference.CisDocker("5.26"), RuleReference.Cwe(693), RuleReference.OwaspDocker("D04")],
        Violations =
        [
            new("containers/web.container", """
                [|[Container]|]
                Image=registry.example.com/web:1.2

                """),
        ],
        Fixed =
        [
            new("containers/web.container", """
                [Container]
                Image=registry.example.com/web:1.2
                NoNewPrivileges=true
                DropCapability=all
                ReadOnly=true
                Memory=512m

                """),
        ],
    };
}
