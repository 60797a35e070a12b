using System.Collections.Immutable;
using HardenBuild.Model.Compose.Merging;
using HardenBuild.Model.Compose.Tree;
using HardenBuild.Model.Docker.Context;

namespace HardenBuild.Model.Compose.Loading;

/// <summary>Merges services over those that they extend, in the same file or in another one.</summary>
internal sealed class ComposeExtends(ComposeFiles files, ComposeMerge merge, List<ComposeProblem> problems)
{
    /// <summary>No one writes longer chains; bounds the depth of the recursion.</summary>
    private const int MaxChain = 64;

    private readonly Dictionary<(string Path, string Folder, ComposeVariables Variables), ComposeMapping?> _services = [];
    private readonly List<(string Path, string Service)> _chain = [];
    private readonly HashSet<string> _unresolved = new(StringComparer.Ordinal);

    /// <summary>Whether what a service extends could not be read, so that it may have more than is seen.</summary>
    public bool IsUnresolved(string service) => _unresolved.Contains(service);

    /// <param name="file">The tree of one file.</param>
    /// <param name="before">The files before it, merged.</param>
    public ComposeMapping Apply(ComposeMapping file, ComposeMapping? before, string path, ComposeScope scope)
    {
        if (file.Mapping("services") is not { } services || !services.Members.Any(static member => member.Value.AsMapping?.Find("extends") is not null))
            return file;
        var members = ImmutableArray.CreateBuilder<ComposeMember>(services.Members.Length);
        foreach (var member in services.Members)
        {
            var (service, isResolved) = Resolve(member, services, before?.Mapping("services"), path, scope);
            if (!isResolved)
                _unresolved.Add(member.Key.Value);
            members.Add(member with { Value = service });
        }

        var extended = new ComposeMapping(services.Written, members.MoveToImmutable());
        return new ComposeMapping(file.Written, [.. file.Members.Select(member => member.Key.Value == "services" ? member with { Value = extended } : member)]);
    }

    private (ComposeNode Service, bool IsResolved) Resolve(ComposeMember member, ComposeMapping services, ComposeMapping? before, string path, ComposeScope scope)
    {
        if (member.Value is not ComposeMapping service || service.Mapping("extends") is not { } extends)
            return (member.Value, true);
        if (extends["service"] is not { Text: { } target } named)
            return (service, false);

        var step = (path, member.Key.Value);
        if (_chain.Contains(step) || _chain.Count >= MaxChain)
        {
            var kind = _chain.Contains(step) ? ComposeProblemKind.ExtendsCycle : ComposeProblemKind.TooMuch;
            problems.Add(new ComposeProblem(kind, named.Location) { Name = member.Key.Value });
            return (service, false);
        }

        _chain.Add(step);
        var (extended, isResolved) = extends["file"] is { } file
            ? FromFile(file, named, target.Value, scope)
            : FromServices(services, before, named, target.Value, path, scope);
        _chain.RemoveAt(_chain.Count - 1);
        return extended is null ? (service, false) : (merge.Merge(extended, service, MergeRules.Service)!, isResolved);
    }

    private (ComposeNode? Service, bool IsResolved) FromServices(
        ComposeMapping services, ComposeMapping? before, ComposeNode named, string target, string path, ComposeScope scope)
    {
        if (services.Find(target) is { } own)
            return Resolve(own, services, null, path, scope);
        if (before?.Find(target) is { } earlier)
            return (earlier.Value, !IsUnresolved(target));
        problems.Add(new ComposeProblem(ComposeProblemKind.UndefinedService, named.Location) { Name = target });
        return (null, false);
    }

    private (ComposeNode? Service, bool IsResolved) FromFile(ComposeNode file, ComposeNode named, string target, ComposeScope scope)
    {
        var (path, problem) = ComposePath.Of(file, scope.Folder);
        if (problem is not null)
            problems.Add(problem);
        if (path is null)
            return (null, false);
        var there = scope with { Folder = CleanPath.Folder(path) };
        if (Services(path, there) is { } services)
            return FromServices(services, null, named, target, path, there);
        if (files.Kind(path) == PathKind.Missing)
            problems.Add(new ComposeProblem(ComposeProblemKind.MissingFile, file.Location) { Name = path });
        return (null, false);
    }

    /// <summary>The services of a file; null when it cannot be read.</summary>
    private ComposeMapping? Services(string path, ComposeScope scope)
    {
        var key = (path, scope.Folder, scope.Variables);
        if (_services.TryGetValue(key, out var known))
            return known;
        ComposeMapping? services = null;
        if (files.Find(path) is { } file)
        {
            var root = file.Documents.Select(static document => document.Root?.AsMapping).FirstOrDefault(static root => root is not null);
            services = root is null ? null : ((ComposeMapping)new ComposeTreeBuilder(scope).Build(root, MergeRules.Project)).Mapping("services");
            services ??= new ComposeMapping(root ?? (Syntax.Yaml.YamlNode)new Syntax.Yaml.YamlSequence(file.Source, default, null, isFlow: true, []), []);
        }

        _services.Add(key, services);
        return services;
    }
}
