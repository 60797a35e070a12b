using HardenBuild.Syntax.Yaml;
using HardenBuild.Text;

namespace HardenBuild.Model.Kubernetes.ControlPlane;

/// <summary>The options that one component of a cluster runs with, by the name of their flags, wherever they are written.</summary>
internal abstract class ComponentOptions
{
    public required ControlPlaneComponent Component { get; init; }

    public abstract OptionNotation Notation { get; }

    /// <summary>What holds the options, in the middle of a sentence: <c>container 'kube-apiserver'</c>.</summary>
    public required string Description { get; init; }

    /// <summary><c>Pod/kube-apiserver/container/kube-apiserver</c>.</summary>
    public required string LogicalPath { get; init; }

    /// <summary>The token that stands for the component: where something is missing, it is reported here.</summary>
    public required SourceLocation Anchor { get; init; }

    /// <summary>The value of an option: as written, else as the notation implies; unknown where it may be set out of sight.</summary>
    /// <param name="flag">Without dashes in front.</param>
    public abstract Setting<string> Find(string flag);

    /// <summary>The option's text with its name: what goes away when the option does. Null where it is not written.</summary>
    public abstract SourceLocation? LocationOf(string flag);

    /// <summary>The items of an option that is a list.</summary>
    public abstract TextList List(string flag);

    /// <summary>An item of <c>--feature-gates</c>.</summary>
    public abstract Setting<string> FeatureGate(string gate);

    /// <summary>The object that would hold the option is written, whatever it says of the option.</summary>
    public abstract bool HasSection(string flag);

    /// <summary>How the option is written here, for advice.</summary>
    public abstract string Spell(string flag, string value);

    /// <summary>The value as a boolean: absent and unknown stay what they are, a text that is none is unknown.</summary>
    public Setting<bool> FindBoolean(string flag)
    {
        var value = Find(flag);
        if (value.Known is not { } known)
            return value.IsAbsent ? Setting<bool>.Absent : Setting<bool>.Unknown;
        return ParseBoolean(known.Value) is { } boolean ? Setting<bool>.Of(boolean, known.Location) : Setting<bool>.Unknown;
    }

    public override string ToString() => LogicalPath;

    /// <remarks>Go's <c>strconv.ParseBool</c>, which reads the flags of all components.</remarks>
    private static bool? ParseBoolean(string text) => text switch
    {
        "1" or "t" or "T" or "true" or "TRUE" or "True" => true,
        "0" or "f" or "F" or "false" or "FALSE" or "False" => false,
        _ => YamlWords.Yaml11Boolean(text),
    };
}
