using System.Collections.Immutable;
using HardenBuild.Text;

namespace HardenBuild.Rendering.Helm.Output;

/// <summary>A Kubernetes object that a chart rendered, or what stands in place of one.</summary>
/// <param name="File">The file that holds it.</param>
/// <param name="Text">The document as <c>helm template</c> prints it: without the marker before it.</param>
/// <param name="Head">What Helm looks at.</param>
internal sealed record RenderedManifest(RenderedFile File, TracedText Text, ManifestHead Head)
{
    /// <summary>The events at which Helm runs the object, <c>pre-install</c> and the like; empty for what is installed.</summary>
    public ImmutableArray<string> HookEvents { get; init; } = [];

    public bool IsHook => !HookEvents.IsEmpty;

    /// <summary>Run by <c>helm test</c>.</summary>
    public bool IsTest => HookEvents.Contains(HelmHooks.Test);

    public override string ToString() => $"{Head.Kind}/{Head.Name} of {File.Name}";
}
