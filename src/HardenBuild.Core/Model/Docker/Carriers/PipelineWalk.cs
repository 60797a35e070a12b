using System.Collections.Immutable;
using HardenBuild.Model.Docker.Commands;
using HardenBuild.Syntax.Shell;
using HardenBuild.Syntax.Yaml;
using HardenBuild.Text;

namespace HardenBuild.Model.Docker.Carriers;

/// <summary>Finds scripts and containers in a pipeline, wherever its stages, templates and conditions put them.</summary>
internal sealed class PipelineWalk(PipelineKind kind)
{
    // The part of the file whose jobs run on machines that are thrown away. Jobs are met one after the other, each before its steps.
    private TextSpan _hosted;

    public ImmutableArray<ShellScript>.Builder Scripts { get; } = ImmutableArray.CreateBuilder<ShellScript>();

    /// <summary>Scripts that run on machines which are thrown away afterwards.</summary>
    public ImmutableArray<ShellScript>.Builder HostedScripts { get; } = ImmutableArray.CreateBuilder<ShellScript>();

    public ImmutableArray<PipelineJobContainer>.Builder Containers { get; } = ImmutableArray.CreateBuilder<PipelineJobContainer>();

    public ImmutableArray<YamlMapping>.Builder Mappings { get; } = ImmutableArray.CreateBuilder<YamlMapping>();

    public void Read(YamlNode root)
    {
        var pending = new Stack<YamlNode>();
        pending.Push(root);
        while (pending.Count > 0)
        {
            // Aliases are not followed: what they name is read where it stands.
            switch (pending.Pop())
            {
                case YamlMapping mapping:
                    Mappings.Add(mapping);
                    if (!_hosted.Contains(mapping.Span) && IsHosted(mapping))
                        _hosted = mapping.Span;
                    ReadMapping(mapping);
                    for (var i = mapping.Members.Length - 1; i >= 0; i--)
                        pending.Push(mapping.Members[i].Value);
                    break;
                case YamlSequence list:
                    for (var i = list.Items.Length - 1; i >= 0; i--)
                        pending.Push(list.Items[i]);
                    break;
            }
        }
    }

    private void ReadMapping(YamlMapping mapping)
    {
        switch (kind)
        {
            case PipelineKind.GitHub:
                if (mapping.FindOwn("run") is { } run && !IsOtherShell(mapping))
                    AddScript(run.Value, "${{", "}}");
                ReadJob(mapping);
                break;
            case PipelineKind.Azure:
                foreach (var key in (ReadOnlySpan<string>)["script", "bash"])
                {
                    if (mapping.FindOwn(key) is { } step)
                        AddScript(step.Value, "$(", ")");
                }

                ReadJob(mapping);
                ReadAzureResources(mapping);
                break;
            case PipelineKind.GitLab:
                foreach (var key in (ReadOnlySpan<string>)["before_script", "script", "after_script"])
                {
                    if (mapping.FindOwn(key) is { } script)
                        AddScripts(script.Value);
                }

                ReadGitLabJob(mapping);
                break;
        }
    }

    // Jobs have steps; a mapping with container or services and without them is something else.
    private void ReadJob(YamlMapping job)
    {
        if (job.FindOwn("steps") is null)
            return;
        var isDisposable = _hosted.Contains(job.Span);
        if (job.FindOwn("container") is { Key: { } key } container)
            Containers.Add(new PipelineJobContainer(new Located<string>(key.Value, key.Location), key.Value, container.Value, isDisposable));
        if (kind == PipelineKind.GitHub && job["services"] is YamlMapping services)
        {
            foreach (var service in services.Members)
            {
                if (service.Key is { } name)
                    Containers.Add(new PipelineJobContainer(new Located<string>(name.Value, name.Location), "services", service.Value, isDisposable));
            }
        }
    }

    private void ReadAzureResources(YamlMapping mapping)
    {
        if (mapping.FindOwn("resources")?.Value.At("containers") is not YamlSequence containers)
            return;
        foreach (var item in containers.Items)
        {
            if (item.AsMapping?["container"]?.AsScalar is { } name)
                Containers.Add(new PipelineJobContainer(new Located<string>(name.Value, name.Location), "resources", item, IsDisposable: false));
        }
    }

    private void ReadGitLabJob(YamlMapping job)
    {
        if (job.FindOwn("image") is { Key: { } key } image && (job.FindOwn("script") is not null || job.FindOwn("stages") is not null || job.FindOwn("services") is not null))
            Containers.Add(new PipelineJobContainer(new Located<string>(key.Value, key.Location), "image", image.Value, IsDisposable: false));
        foreach (var item in (job.FindOwn("services")?.Value.AsSequence?.Items) ?? [])
        {
            if ((item.AsMapping is { } mapping ? mapping["name"]?.AsScalar : item.AsScalar) is { } name)
                Containers.Add(new PipelineJobContainer(new Located<string>(name.Value, name.Location), "services", item, IsDisposable: false));
        }
    }

    private bool IsHosted(YamlMapping job)
    {
        var label = kind switch
        {
            PipelineKind.GitHub => job["runs-on"]?.AsScalar?.Value,
            PipelineKind.Azure => job["pool"]?.At("vmImage")?.AsScalar?.Value,
            _ => null,
        };
        return label is not null && (label.StartsWith("ubuntu-", StringComparison.Ordinal) || label.StartsWith("windows-", StringComparison.Ordinal) || label.StartsWith("macos-", StringComparison.Ordinal)
            || label.StartsWith("macOS-", StringComparison.Ordinal));
    }

    private static bool IsOtherShell(YamlMapping step) =>
        step["shell"]?.AsScalar?.Value is { } shell && !ShellDialects.Recognise(shell.Split(' ')[0]).IsParsed();

    private void AddScripts(YamlNode node)
    {
        if (node.AsSequence is not { } lines)
        {
            AddScript(node, "$[[", "]]");
            return;
        }

        foreach (var line in lines.Items)
        {
            if (line is YamlSequence nested)
            {
                foreach (var inner in nested.Items)
                    AddScript(inner, "$[[", "]]");
            }
            else
            {
                AddScript(line, "$[[", "]]");
            }
        }
    }

    private void AddScript(YamlNode node, string open, string close)
    {
        if (node is YamlScalar scalar && EngineCommand.MayBeIn(scalar.Value))
            (_hosted.Contains(scalar.Span) ? HostedScripts : Scripts).Add(ScriptText.Parse(scalar.Value, scalar.Offsets(), scalar.ContentSpan, open, close));
    }
}
