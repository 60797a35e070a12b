using HardenBuild.Model.Docker.Carriers;
using HardenBuild.Rules.Dockerfile.Shell;
using HardenBuild.Syntax.Shell.CommandLine;

namespace HardenBuild.Rules.DevContainers;

/// <summary>A command runs on the developer's own machine.</summary>
internal sealed class DevcontainerHostCommandDownloads() : DevContainerRule("HB2103", RuleSeverity.Warning, RuleSeverity.Warning)
{
    public override IEnumerable<Finding> Analyze(DevContainer container)
    {
        foreach (var script in container.InitializeScripts)
        {
            foreach (var (_, interpreter) in RemoteScripts.In(script))
                yield return Report(container.Source.At(interpreter.NameWord.Span), interpreter.Name ?? "", "runs whatever a server sends");
            foreach (var invocation in script.EnumerateAllInvocations())
            {
                foreach (var wrapper in invocation.Wrappers)
                {
                    if (wrapper.Name is "sudo" or "doas")
                        yield return Report(container.Source.At(wrapper.Word.Span), wrapper.Name, "takes the rights of root");
                }
            }
        }
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(DevcontainerHostCommandDownloads),
        Title = "A command that downloads or takes rights runs on the developer's own machine",
        MessageFormat = "'{0}' in 'initializeCommand' runs on the developer's own machine as soon as the folder is opened, and {1}; move it to 'onCreateCommand', which runs in the container",
        Rationale = "All commands of a development container run inside of it, except initializeCommand: that one runs on the machine of whoever opens the folder, before the container exists. A download that is run there unchecked, or sudo, hands the machine to whoever can change the file or the server.",
        WhenToIgnore = "When the team prepares its machines that way on purpose.",
        CatalogueSlugs = ["devcontainer-host-command-downloads"],
        SecuritySeverity = SecuritySeverity.Medium,
        Precision = RulePrecision.High,
        References = [RuleReference.Cwe(494)],
        Violations =
        [
            new(".devcontainer/devcontainer.json", """
                {
                  "image": "mcr.microsoft.com/devcontainers/dotnet:1-9.0",
                  "initializeCommand": "curl -sSL https://example.com/setup.sh | [|bash|]"
                }

                """),
        ],
        Fixed =
        [
            new(".devcontainer/devcontainer.json", """
                {
                  "image": "mcr.microsoft.com/devcontainers/dotnet:1-9.0",
                  "initializeCommand": "docker network create dev || true"
                }

                """),
        ],
    };
}
