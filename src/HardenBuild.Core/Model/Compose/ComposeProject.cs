using System.Collections.Immutable;
using HardenBuild.Model.Docker.Containers;
using HardenBuild.Rules;
using HardenBuild.Syntax.Yaml;

namespace HardenBuild.Model.Compose;

/// <summary>Services that are started together: a Compose file with those that override it, merged, variables replaced.</summary>
internal sealed class ComposeProject
{
    private ComposeProject(YamlFile main, ComposeLayers syntax, ImmutableArray<ComposeService> services)
    {
        Main = main;
        Syntax = syntax;
        Services = services;
        Containers = [.. services.Select(service => service.Options)];
    }

    public YamlFile Main { get; }

    /// <summary>The merged top level of the files.</summary>
    public ComposeLayers Syntax { get; }

    /// <summary>In order of their first appearance.</summary>
    public ImmutableArray<ComposeService> Services { get; }

    /// <summary>The options of <see cref="Services"/>, in their order.</summary>
    public ImmutableArray<ContainerOptions> Containers { get; }

    /// <summary>A project of its own.</summary>
    /// <param name="options">The options of rules in force for <paramref name="main"/>.</param>
    /// <param name="overrides">Merged over <paramref name="main"/> in their order.</param>
    public static ComposeProject Create(YamlFile main, IReadOnlyList<YamlFile> overrides, ComposeVariables variables, RuleOptions? options = null) =>
        Create(main, overrides, variables, options ?? RuleOptions.Defaults, isFragment: false);

    /// <summary>A file that is merged over another one when it is used: what it does not say may be said there.</summary>
    public static ComposeProject CreateFragment(YamlFile file, ComposeVariables variables, RuleOptions? options = null) =>
        Create(file, [], variables, options ?? RuleOptions.Defaults, isFragment: true);

    private static ComposeProject Create(YamlFile main, IReadOnlyList<YamlFile> overrides, ComposeVariables variables, RuleOptions options, bool isFragment)
    {
        // Several documents in one file are merged like several files.
        var mappings = ImmutableArray.CreateBuilder<YamlMapping>();
        foreach (var file in overrides.Prepend(main))
        {
            foreach (var document in file.Documents)
            {
                if (document.Root?.AsMapping is { } root)
                    mappings.Add(root);
            }
        }

        var syntax = new ComposeLayers(mappings.ToImmutable());
        var reader = new ComposeServiceReader(syntax, new ComposeValues(variables), options, isFragment);
        var services = syntax.Nested("services");
        return new ComposeProject(main, syntax, [.. services.Keys().Select(name => reader.Read(name, services.Nested(name.Value)))]);
    }
}
