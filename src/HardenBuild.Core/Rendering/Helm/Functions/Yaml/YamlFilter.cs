using YamlDotNet.Core.Events;

namespace HardenBuild.Rendering.Helm.Functions.Yaml;

/// <summary>Passes over parts of a YAML text that nobody wants. The syntax of all of it is checked all the same.</summary>
internal abstract class YamlFilter
{
    /// <summary>The text cannot be understood in part: it has aliases or merge keys, and is read once more as a whole.</summary>
    public bool NeedsAll { get; private protected set; }

    /// <summary>Whether an event is wanted. Is asked for each, in order.</summary>
    public abstract bool Takes(ParsingEvent current);
}
