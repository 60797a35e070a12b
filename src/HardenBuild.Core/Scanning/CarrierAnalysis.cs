using System.Collections.Immutable;
using HardenBuild.Configuration;
using HardenBuild.Model.Daemon;
using HardenBuild.Model.Docker.Carriers;
using HardenBuild.Model.Docker.Containers;
using HardenBuild.Rules;
using HardenBuild.Syntax.Json;
using HardenBuild.Syntax.Shell;
using HardenBuild.Syntax.Units;
using HardenBuild.Syntax.Yaml;
using HardenBuild.Text;

namespace HardenBuild.Scanning;

/// <summary>Files that start containers and are no Compose files, from text to findings.</summary>
internal static class CarrierAnalysis
{
    // What is deployed must be fixed and meant for production; what somebody starts for a while need not be:
    // HB2048 and HB2050 speak of floating and old images, HB2074 of the development environment.
    private static readonly ImmutableArray<ContainerOptionsRule> s_rulesOfCommands = [.. RuleCatalog.Containers.Where(static rule => rule.Id is not ("HB2048" or "HB2050" or "HB2074"))];

    public static FileFindings RunScript(SourceText source, RuleSelection rules)
    {
        var result = new FileFindings(source);
        var script = ShellScript.Parse(source.Content);
        AddComments(result, script.Comments);
        AddFindings(ContainerCarrier.OfScripts([script], source), result, rules);
        return result;
    }

    public static FileFindings RunMakefile(SourceText source, RuleSelection rules)
    {
        var result = new FileFindings(source);
        AddComments(result, Makefile.Comments(source));
        AddFindings(ContainerCarrier.OfScripts([.. Makefile.Scripts(source)], source), result, rules);
        return result;
    }

    public static FileFindings RunUnit(SourceText source, RuleSelection rules)
    {
        var result = new FileFindings(source);
        var unit = UnitFile.Parse(source);
        AddComments(result, unit.Comments);
        if (QuadletUnit.Create(unit) is not { } quadlet)
        {
            AddFindings(ContainerCarrier.OfScripts([.. UnitCommands.Of(unit)], source), result, rules);
            return result;
        }

        AddFindings(quadlet.Carrier, result, rules);
        Run(RuleCatalog.Quadlet, quadlet, static (rule, quadlet) => rule.Analyze(quadlet), result, rules);
        return result;
    }

    public static FileFindings RunPipeline(SourceText source, RuleSelection rules)
    {
        var (file, result) = YamlAnalysis.Read(source);

        // The build service tells its users of errors in the syntax; templates of other tools often are no YAML.
        result.Findings.Clear();
        if (PipelinePaths.KindOf(source.Path) is not { } kind)
            return result;
        var pipeline = PipelineFile.Create(file, kind);
        AddFindings(pipeline.Carrier, result, rules);
        Run(RuleCatalog.Pipeline, pipeline, static (rule, pipeline) => rule.Analyze(pipeline), result, rules);
        return result;
    }

    public static FileFindings RunLaunchSettings(SourceText source, RuleSelection rules)
    {
        var (file, result) = ReadJson(source);
        AddFindings(new ContainerCarrier([.. LaunchSettings.Containers(file)], [], []), result, rules);
        return AtOriginal(result, source);
    }

    public static FileFindings RunDevContainer(SourceText source, RuleSelection rules)
    {
        var (file, result) = ReadJson(source);
        if (DevContainer.Create(file) is not { } container)
            return AtOriginal(result, source);
        AddFindings(container.Carrier, result, rules);
        Run(RuleCatalog.DevContainer, container, static (rule, container) => rule.Analyze(container), result, rules);
        return AtOriginal(result, source);
    }

    /// <summary>Adds what is to be said about one container that a file of another kind describes.</summary>
    public static void AddContainer(CarriedContainer container, FileFindings result, RuleSelection rules) =>
        AddFindings(new ContainerCarrier([container], [], []), result, rules);

    private static void AddFindings(ContainerCarrier carrier, FileFindings result, RuleSelection rules)
    {
        foreach (var use in (ReadOnlySpan<ContainerUse>)[ContainerUse.Service, ContainerUse.Command, ContainerUse.Workplace])
        {
            ImmutableArray<ContainerOptions> containers = [.. carrier.Containers.Where(container => container.Use == use).Select(static container => container.Options)];
            if (use == ContainerUse.Service && carrier.AsClient(result.Source) is { } client)
                containers = containers.Add(client);
            if (containers.IsEmpty)
                continue;
            var first = result.Findings.Count;
            Run(use == ContainerUse.Service ? RuleCatalog.Containers : s_rulesOfCommands, containers, static (rule, containers) => rule.Analyze(containers), result, rules);
            var atMost = AtMost(use);
            for (var i = first; i < result.Findings.Count; i++)
            {
                if (result.Findings[i].AtMost > atMost)
                    result.Findings[i] = result.Findings[i] with { AtMost = atMost };
            }
        }

        Run(RuleCatalog.EngineCommand, carrier, static (rule, carrier) => rule.Analyze(carrier), result, rules);
        foreach (var command in carrier.Commands)
        {
            if (command.IsDaemon)
                Run(RuleCatalog.Daemon, DaemonConfiguration.Create(command.Invocation, command.Source), static (rule, daemon) => rule.Analyze(daemon), result, rules);
        }
    }

    /// <summary>The most that a finding about a container deserves by what the container is for.</summary>
    private static RuleSeverity AtMost(ContainerUse use) => use switch
    {
        ContainerUse.Service => RuleSeverity.Error,
        ContainerUse.Command => RuleSeverity.Warning,
        _ => RuleSeverity.Suggestion,
    };

    private static void Run<TRule, TSubject>(ImmutableArray<TRule> catalog, TSubject subject, Func<TRule, TSubject, IEnumerable<Finding>> analyze, FileFindings result, RuleSelection rules)
        where TRule : Rule
    {
        var selection = rules.For(result.Source.Path);
        foreach (var rule in catalog)
        {
            if (selection.Runs(rule))
                RuleGuard.Run(rule, subject, analyze, result.Source, result.Findings);
        }
    }

    private static void AddComments(FileFindings result, ImmutableArray<TextSpan> comments)
    {
        foreach (var comment in comments)
            result.Comments.Add(new SourceComment(comment, OwnLines.IsOwn(result.Source, comment)));
    }

    /// <summary>Reads JSON with comments; findings lie in the text without them.</summary>
    private static (YamlFile File, FileFindings Findings) ReadJson(SourceText source)
    {
        var (file, result) = YamlAnalysis.Read(JsonComments.Remove(source, out var comments));
        result.Comments.Clear();
        AddComments(result, comments);
        return (file, result);
    }

    private static FileFindings AtOriginal(FileFindings masked, SourceText source)
    {
        if (masked.Source == source)
            return masked;
        var result = new FileFindings(source);
        result.Comments.AddRange(masked.Comments);
        foreach (var finding in masked.Findings)
        {
            result.Findings.Add(finding with
            {
                Location = source.At(finding.Location.Span),
                Related = [.. finding.Related.Select(related => related with { Location = source.At(related.Location.Span) })],
            });
        }

        return result;
    }
}
