using System.Collections.Immutable;
using HardenBuild.Model.Compose.Merging;
using HardenBuild.Model.Compose.Tree;
using HardenBuild.Model.Docker.Context;
using HardenBuild.Syntax.Yaml;
using HardenBuild.Text;

namespace HardenBuild.Model.Compose.Loading;

/// <summary>Makes one tree of the files of a project: short forms made long, <c>extends</c> and <c>include</c> followed, overrides merged.</summary>
/// <remarks>Compose specification, "Merge", "Extend", "Include". The order is that of Docker Compose: each file is completed before the next one is merged over it.</remarks>
internal sealed class ComposeLoader
{
    /// <summary>Files of one project; bounds the work for files that include each other many times.</summary>
    private const int MaxFiles = 1_000;

    private readonly ComposeFiles _files;
    private readonly ComposeMerge _merge;
    private readonly List<ComposeProblem> _problems = [];
    private readonly List<string> _including = [];
    private int _read;

    public ComposeLoader(ComposeFiles files)
    {
        _files = files;
        _merge = new ComposeMerge(_problems);
        Extends = new ComposeExtends(files, _merge, _problems);
    }

    /// <summary>What keeps Docker Compose from loading the project, in no order.</summary>
    public IReadOnlyList<ComposeProblem> Problems => _problems;

    public ComposeExtends Extends { get; }

    /// <summary>Whether all included files could be read, so that what is not there is missing.</summary>
    public bool IsComplete { get; private set; } = true;

    /// <summary>The merged files, from the base to the last override; null when none has a mapping.</summary>
    public ComposeMapping? Load(IReadOnlyList<YamlFile> files, ComposeScope scope)
    {
        ComposeMapping? project = null;
        foreach (var file in files)
        {
            // Several documents in one file are merged like several files.
            foreach (var document in file.Documents)
            {
                if (document.Root?.AsMapping is not { } root)
                    continue;
                var own = (ComposeMapping)new ComposeTreeBuilder(scope).Build(root, MergeRules.Project);
                own = Include(Extends.Apply(own, project, file.Source.Path, scope), file.Source.Path, scope);
                project = (ComposeMapping?)_merge.Merge(project, own, MergeRules.Project);
            }
        }

        return project;
    }

    private ComposeMapping Include(ComposeMapping project, string path, ComposeScope scope)
    {
        if (project.Items("include") is not { IsEmpty: false } items)
            return project;
        _including.Add(path);
        foreach (var item in items)
        {
            if (item.AsMapping is { } include)
                project = Import(Included(include, scope), project);
        }

        _including.RemoveAt(_including.Count - 1);
        return project;
    }

    private ComposeMapping? Included(ComposeMapping include, ComposeScope scope)
    {
        var files = new List<YamlFile>();
        foreach (var item in include.Items("path"))
        {
            var (path, problem) = ComposePath.Of(item, scope.Folder);
            if (problem is not null)
                _problems.Add(problem);
            if (path is not null && Read(path, item.Location) is { } file)
                files.Add(file);
            else
                IsComplete = false;
        }

        if (files.Count == 0)
            return null;
        var folder = include["project_directory"] is { } directory ? ComposePath.Of(directory, scope.Folder).Path : CleanPath.Folder(files[0].Source.Path);
        if (folder is null)
            IsComplete = false;
        folder ??= CleanPath.Folder(files[0].Source.Path);
        return Load(files, new ComposeScope(Variables(include, folder, scope), folder));
    }

    private YamlFile? Read(string path, SourceLocation location)
    {
        if (_including.Contains(path))
        {
            _problems.Add(new ComposeProblem(ComposeProblemKind.IncludeCycle, location) { Name = path });
            return null;
        }

        if (++_read > MaxFiles)
        {
            if (_read == MaxFiles + 1)
                _problems.Add(new ComposeProblem(ComposeProblemKind.TooMuch, location) { Name = path });
            return null;
        }

        if (_files.Find(path) is { } file)
            return file;
        if (_files.Kind(path) == PathKind.Missing)
            _problems.Add(new ComposeProblem(ComposeProblemKind.MissingFile, location) { Name = path });
        return null;
    }

    /// <summary>The variables of the including project win over those of the included one's environment files.</summary>
    private ComposeVariables Variables(ComposeMapping include, string folder, ComposeScope scope)
    {
        if (include["env_file"] is null)
            return scope.Variables.Over(_files.Variables(CleanPath.In(folder, ".env")!));
        var own = ComposeVariables.None;
        foreach (var item in include.Items("env_file"))
        {
            var (path, problem) = ComposePath.Of(item, scope.Folder);
            if (problem is not null)
                _problems.Add(problem);
            else if (path is not null && _files.Kind(path) == PathKind.Missing)
                _problems.Add(new ComposeProblem(ComposeProblemKind.MissingFile, item.Location) { Name = path });
            if (path is not null)
                own = _files.Variables(path).Over(own);
        }

        return scope.Variables.Over(own);
    }

    /// <summary>Adds the services and resources of an included project; its name and settings stay its own.</summary>
    private ComposeMapping Import(ComposeMapping? included, ComposeMapping project)
    {
        if (included is null)
            return project;
        var members = project.Members.ToBuilder();
        foreach (var section in included.Members)
        {
            if (section.Key.Value is "name" or "version" or "include" || section.Value is not ComposeMapping resources)
                continue;
            var place = -1;
            for (var i = 0; i < members.Count; i++)
            {
                if (members[i].Key.Value == section.Key.Value)
                    place = i;
            }

            if (place < 0 || members[place].Value.IsNull)
                members.Add(section);
            else if (members[place].Value is ComposeMapping own)
                members[place] = members[place] with { Value = Import(resources, own, section.Key.Value) };
        }

        return new ComposeMapping(project.Written, members.ToImmutable());
    }

    private ComposeMapping Import(ComposeMapping included, ComposeMapping own, string section)
    {
        var members = own.Members.ToBuilder();
        foreach (var member in included.Members)
        {
            if (own.Find(member.Key.Value) is not { } known)
                members.Add(member);
            else if (known.Value.Written != member.Value.Written && known.Value.ToString() != member.Value.ToString())
                _problems.Add(new ComposeProblem(ComposeProblemKind.Conflict, known.Key.Location) { Name = $"{section}.{member.Key.Value}", Related = member.Key.Location });
        }

        return new ComposeMapping(own.Written, members.ToImmutable());
    }
}
