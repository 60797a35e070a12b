using HardenBuild.Text;

namespace HardenBuild.Rendering.Helm.Values;

/// <summary>A value as Go's template engine sees it.</summary>
/// <remarks>Scalars are immutable. Lists and maps have Go's reference semantics: whoever holds one sees the changes of all others.</remarks>
internal abstract class GoValue
{
    private protected GoValue(ValueOrigin? origin) => Origin = origin;

    /// <summary>Where it was written; null for what a template computed or wrote itself.</summary>
    public ValueOrigin? Origin { get; }

    public abstract GoKind Kind { get; }

    /// <summary>The name that <c>%T</c>, <c>typeOf</c> and error messages print: <c>float64</c>, <c>map[string]interface {}</c>.</summary>
    public abstract string TypeName { get; }

    /// <summary>Whether <c>if</c> takes it for true: not false, 0, empty or nothing.</summary>
    public abstract bool IsTrue { get; }

    /// <summary>The same value written somewhere else. Lists and maps share their content with the original.</summary>
    public abstract GoValue WithOrigin(ValueOrigin? origin);
}
