using System.Collections.Immutable;

namespace HardenBuild.Rendering.Helm.Output;

/// <summary>The values of the annotation <c>helm.sh/hook</c>.</summary>
/// <remarks>Helm documentation, "Chart Hooks".</remarks>
internal static class HelmHooks
{
    public const string Annotation = "helm.sh/hook";
    public const string Test = "test";

    /// <summary>The events of an annotation; empty where one of them is unknown, for then Helm leaves the object out.</summary>
    public static ImmutableArray<string> Parse(string annotation)
    {
        var events = ImmutableArray.CreateBuilder<string>();
        foreach (var part in annotation.Split(','))
        {
            var name = part.Trim().ToLowerInvariant();
            if (name is not ("pre-install" or "post-install" or "pre-delete" or "post-delete" or "pre-upgrade" or "post-upgrade" or "pre-rollback" or "post-rollback" or Test or "test-success"))
                return [];
            events.Add(name == "test-success" ? Test : name);
        }

        return events.ToImmutable();
    }
}
