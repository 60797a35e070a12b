using HardenBuild.Model.Aspire;
using HardenBuild.Model.Docker;

namespace HardenBuild.Rules.Aspire;

/// <summary>An app host gives a container a folder of the machine that holds its configuration or someone's credentials.</summary>
internal sealed class AspireSensitiveBindMount() : AppHostRule("HB7061", RuleSeverity.Suggestion, RuleSeverity.Warning)
{
    private static readonly string[] s_credentials = [".ssh", ".aws", ".azure", ".kube", ".docker", ".gnupg", "UserSecrets"];

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(AspireSensitiveBindMount),
        Title = "A container of an app host is given a sensitive folder of the host",
        MessageFormat = "'{0}' gives the container {1} of the machine it runs on{2}; mount the files it needs alone, with 'isReadOnly: true'",
        Rationale = """
            A bind mount gives the files themselves, not a copy. With the folders of the system or someone's keys a container can change the machine or act in its owner's name, on every machine that the app host runs on or is deployed to.
            """,
        WhenToIgnore = "When the container exists to work on that folder. Folders below the project, and public facts about the host that are mounted read-only, such as '/etc/localtime', are not reported.",
        CatalogueSlugs = ["aspire-sensitive-bind-mount"],
        SecuritySeverity = SecuritySeverity.Medium,
        Precision = RulePrecision.High,
        References = [RuleReference.CisDocker("5.6"), RuleReference.Cwe(668), RuleReference.OwaspDocker("D04")],
        Violations =
        [
            new("AppHost.cs", "var builder = DistributedApplication.CreateBuilder(args);\nbuilder.AddContainer(\"agent\", \"contoso/agent\", \"1.2.3\").WithBindMount([|\"/etc\"|], \"/host/etc\");\n"),
        ],
        Fixed =
        [
            new("AppHost.cs", "var builder = DistributedApplication.CreateBuilder(args);\nbuilder.AddContainer(\"agent\", \"contoso/agent\", \"1.2.3\").WithBindMount(\"./etc\", \"/host/etc\", isReadOnly: true);\n"),
        ],
    };

    protected override IEnumerable<Finding> Inspect(AppHostCall call)
    {
        if (call.Method != "WithBindMount" || call.Find("source") is not { Text: { } source } argument)
            yield break;
        var isReadOnly = call.IsTrue("isReadOnly");
        if (What(source, isReadOnly) is { } what)
            yield return Report(argument.Location, source, what, isReadOnly == false ? ", to be written to" : "");
    }

    private static string? What(string source, bool? isReadOnly)
    {
        if (SensitiveHostPath.IsSensitive(source))
            return isReadOnly != false && SensitiveHostPath.IsPublic(source) ? null : "configuration or programs";
        foreach (var part in source.Split('/', '\\'))
        {
            if (Array.IndexOf(s_credentials, part) >= 0)
                return "credentials";
        }

        return null;
    }
}
