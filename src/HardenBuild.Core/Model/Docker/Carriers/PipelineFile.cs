using System.Collections.Immutable;
using HardenBuild.Model.Docker.Containers;
using HardenBuild.Syntax.Yaml;
using HardenBuild.Text;

namespace HardenBuild.Model.Docker.Carriers;

/// <summary>A file of a build service: its scripts, and the containers that it runs jobs in.</summary>
internal sealed class PipelineFile
{
    private PipelineFile(SourceText source, PipelineKind kind, PipelineWalk walk)
    {
        Source = source;
        Kind = kind;
        JobContainers = walk.Containers.ToImmutable();
        Mappings = walk.Mappings.ToImmutable();
        Carrier = ContainerCarrier.OfScripts(walk.Scripts.ToImmutable(), source)
            .With(ContainerCarrier.OfScripts(walk.HostedScripts.ToImmutable(), source, ContainerUse.Workplace))
            .With(PipelineContainers.Of(JobContainers))
            .With(Mappings.SelectMany(VariablesOf));
    }

    public SourceText Source { get; }

    public PipelineKind Kind { get; }

    public ImmutableArray<PipelineJobContainer> JobContainers { get; }

    /// <summary>Every mapping of the file in the order of the text.</summary>
    public ImmutableArray<YamlMapping> Mappings { get; }

    public ContainerCarrier Carrier { get; }

    /// <param name="kind">By the file's place.</param>
    public static PipelineFile Create(YamlFile file, PipelineKind kind)
    {
        var walk = new PipelineWalk(kind);
        foreach (var document in file.Documents)
        {
            if (document.Root is { } root)
                walk.Read(root);
        }

        return new PipelineFile(file.Source, kind, walk);
    }

    private static IEnumerable<NamedValue> VariablesOf(YamlMapping mapping) =>
        (mapping.FindOwn("env") ?? mapping.FindOwn("variables"))?.Value is YamlMapping variables ? EngineVariables.In(variables) : [];
}
