using HardenBuild.Rendering.Helm.Functions.Yaml;
using HardenBuild.Rendering.Helm.Values;
using HardenBuild.Text;

namespace HardenBuild.Rendering.Helm.Functions;

/// <summary>A call of a function while it runs.</summary>
internal abstract class FunctionCall
{
    /// <summary>What this render has spent and may spend.</summary>
    public abstract RenderBudget Budget { get; }

    /// <summary>What this render has read as YAML.</summary>
    public YamlTexts YamlTexts { get; } = new();

    /// <summary>Whether results carry origins; a function that only then does extra work asks this first.</summary>
    public abstract bool IsTracing { get; }

    /// <summary>The origin of text that this call makes from a value, or from nothing but the template.</summary>
    public abstract TextOrigin OriginOf(ValueOrigin? value);

    /// <summary>The text of a value with the origin of each part: that of the value's own tracing where it has one.</summary>
    public abstract TracedText Traced(GoString value);

    /// <summary>The values that the control structures around the call tested; null for none, and without tracing.</summary>
    public abstract ValueOrigin? Condition { get; }

    /// <summary>Runs a named template with data and returns its text (<c>include</c>).</summary>
    public abstract GoString Include(GoString name, GoValue data);

    /// <summary>Parses and runs a text as a template with data (<c>tpl</c>).</summary>
    public abstract GoString RunText(GoString text, GoValue data);
}
