namespace HardenBuild.Model.Compose.Merging;

/// <summary>The places of a Compose file that are merged otherwise than mappings by key, lists by appending.</summary>
/// <remarks>Compose specification, "Merge" (docs.docker.com/reference/compose-file/merge): unique resources, exceptions for shell commands.</remarks>
internal static class MergeRules
{
    private static readonly MergeRule KeyValues = new() { Form = ComposeForm.KeyValues, Each = new MergeRule { Kind = MergeKind.ReplaceWithNull } };

    private static readonly MergeRule Hosts = new() { Form = ComposeForm.Hosts };

    private static readonly MergeRule Names = new() { Form = ComposeForm.Names };

    private static readonly MergeRule Command = new() { Kind = MergeKind.ReplaceWithNull };

    private static readonly MergeRule UniqueTexts = new() { Form = ComposeForm.List, Key = MergeKeys.Text };

    private static readonly MergeRule Ulimits = new() { Each = new MergeRule { Kind = MergeKind.Replace } };

    private static readonly MergeRule Labelled = new MergeRule().Of(("labels", KeyValues));

    private static readonly MergeRule Network = new MergeRule().Of(("labels", KeyValues), ("ipam", new MergeRule().Of(("config", new MergeRule { Key = MergeKeys.Subnet }))));

    private static readonly MergeRule Build = new MergeRule { Form = ComposeForm.Context }.Of(
        ("additional_contexts", KeyValues),
        ("args", KeyValues),
        ("cache_from", UniqueTexts),
        ("entitlements", UniqueTexts),
        ("extra_hosts", Hosts),
        ("labels", KeyValues),
        ("platforms", UniqueTexts),
        ("secrets", new MergeRule { Key = MergeKeys.Secret }),
        ("ssh", KeyValues),
        ("tags", UniqueTexts),
        ("ulimits", Ulimits));

    /// <summary>A service; <c>extends</c> merges by the same rules as an override file.</summary>
    public static MergeRule Service { get; } = new MergeRule().Of(
        ("annotations", KeyValues),
        ("build", Build),
        ("cap_add", UniqueTexts),
        ("cap_drop", UniqueTexts),
        ("command", Command),
        ("configs", new MergeRule { Key = MergeKeys.Config }),
        ("depends_on", new MergeRule { Form = ComposeForm.Dependencies }),
        ("deploy", Labelled),
        ("devices", new MergeRule { Key = MergeKeys.Volume }),
        ("dns", UniqueTexts),
        ("dns_opt", UniqueTexts),
        ("dns_search", UniqueTexts),
        ("entrypoint", Command),
        ("env_file", new MergeRule { Form = ComposeForm.List, Key = MergeKeys.File, Each = new MergeRule { Form = ComposeForm.Path } }),
        ("environment", KeyValues),
        ("expose", UniqueTexts),
        ("extends", new MergeRule { Form = ComposeForm.Service, Kind = MergeKind.Replace }),
        ("extra_hosts", Hosts),
        ("healthcheck", new MergeRule().Of(("test", Command))),
        ("label_file", UniqueTexts),
        ("labels", KeyValues),
        ("links", UniqueTexts),
        ("logging", new MergeRule { Kind = MergeKind.MergeSameDriver }),
        ("models", Names),
        ("networks", new MergeRule { Form = ComposeForm.Names, Each = new MergeRule().Of(("aliases", UniqueTexts), ("link_local_ips", UniqueTexts)) }),
        ("ports", new MergeRule { Key = MergeKeys.Port }),
        ("post_start", new MergeRule { Each = new MergeRule().Of(("environment", KeyValues)) }),
        ("pre_stop", new MergeRule { Each = new MergeRule().Of(("environment", KeyValues)) }),
        ("profiles", UniqueTexts),
        ("secrets", new MergeRule { Key = MergeKeys.Secret }),
        ("security_opt", UniqueTexts),
        ("sysctls", KeyValues),
        ("tmpfs", UniqueTexts),
        ("ulimits", Ulimits),
        ("volumes", new MergeRule { Key = MergeKeys.Volume }));

    /// <summary>The top level of a file.</summary>
    public static MergeRule Project { get; } = new MergeRule().Of(
        ("configs", new MergeRule { Each = Labelled }),
        ("include", new MergeRule { Each = new MergeRule { Form = ComposeForm.Path }.Of(("path", UniqueTexts), ("env_file", UniqueTexts)) }),
        ("networks", new MergeRule { Each = Network }),
        ("secrets", new MergeRule { Each = Labelled }),
        ("services", new MergeRule { Each = Service }),
        ("volumes", new MergeRule { Each = Labelled }));
}
