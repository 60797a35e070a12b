using System.Collections.Immutable;
using HardenBuild.Model.Aspire;
using HardenBuild.Model.Docker.Commands;
using HardenBuild.Model.Docker.Containers;
using HardenBuild.Syntax.Shell.CommandLine;
using HardenBuild.Text;

namespace HardenBuild.Rules.Aspire;

/// <summary>An app host gives a container flags that take protection away.</summary>
internal sealed class AspireRuntimeArgsInsecure() : AppHostRule("HB7059", RuleSeverity.Warning, RuleSeverity.Warning)
{
    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(AspireRuntimeArgsInsecure),
        Title = "A container of an app host is started with insecure flags",
        MessageFormat = "'{0}' is passed to the container runtime in local runs, for which {1} says: {2}; remove it, or give what the program needs alone",
        Rationale = """
            What WithContainerRuntimeArgs passes are flags of 'docker run'. A privileged container, a namespace or a folder of the host opens the developer's machine to whatever runs in it, and to whoever changes the image.
            The flags hold for local runs only: nothing of them is published.
            """,
        WhenToIgnore = "When the tool in the container cannot work otherwise and its image is pinned. Calls for run mode only, and those of tests, are suggestions.",
        CatalogueSlugs = ["aspire-runtime-args-insecure"],
        SecuritySeverity = SecuritySeverity.High,
        Precision = RulePrecision.High,
        References = [RuleReference.CisDocker("5.5"), RuleReference.Cwe(250), RuleReference.OwaspDocker("D04")],
        Violations =
        [
            new("AppHost.cs", "var builder = DistributedApplication.CreateBuilder(args);\nbuilder.AddContainer(\"tools\", \"contoso/tools\", \"1.2.3\").WithContainerRuntimeArgs([|\"--privileged\"|]);\n"),
        ],
        Fixed =
        [
            new("AppHost.cs", "var builder = DistributedApplication.CreateBuilder(args);\nbuilder.AddContainer(\"tools\", \"contoso/tools\", \"1.2.3\").WithContainerRuntimeArgs(\"--device\", \"/dev/ttyUSB0\");\n"),
        ],
    };

    protected override IEnumerable<Finding> Inspect(AppHostCall call)
    {
        if (call.Method != "WithContainerRuntimeArgs" || call.Arguments.IsEmpty)
            yield break;
        var container = RunCommand.AddFlags(
            new ContainerOptions { Name = new Located<string>("container", call.Name), Noun = "container", IsComplete = false },
            call.Arguments.Select(Word),
            call.Name.Source);
        var reported = new HashSet<AppHostArgument>();
        foreach (var rule in RuleCatalog.Containers)
        {
            if (rule.DefaultSeverity < RuleSeverity.Warning)
                continue;
            foreach (var finding in rule.Analyze([container]))
            {
                if (finding.AtMost >= RuleSeverity.Warning && ArgumentAt(call, finding.Location) is { Text: { } text } argument && reported.Add(argument))
                    yield return Report(argument.Location, text, rule.Id, Lower(rule.Metadata.Title));
            }
        }
    }

    private static CommandWord Word(AppHostArgument argument) => argument.Text is { } text
        ? CommandWord.From(text, argument.Location.Span)
        : new CommandWord(Value: null, Prefix: "", argument.Location.Span, Syntax: null);

    private static AppHostArgument? ArgumentAt(AppHostCall call, SourceLocation location)
    {
        foreach (var argument in call.Arguments)
        {
            if (argument.Location.Span.Contains(location.Span))
                return argument;
        }

        return null;
    }

    private static string Lower(string title) => char.ToLowerInvariant(title[0]) + title.Substring(1);
}
