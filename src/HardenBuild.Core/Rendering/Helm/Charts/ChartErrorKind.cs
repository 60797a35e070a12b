namespace HardenBuild.Rendering.Helm.Charts;

/// <summary>What cannot be done with a part of a chart.</summary>
internal enum ChartErrorKind
{
    /// <summary><c>Chart.yaml</c>, <c>values.yaml</c> or another file of the chart cannot be read, or is not what Helm takes.</summary>
    Unreadable,

    /// <summary>A dependency is neither in <c>charts/</c> nor elsewhere in the repository.</summary>
    MissingDependency,

    /// <summary>Values cannot be put together: types do not fit, a <c>--set</c> argument is malformed.</summary>
    Values,

    /// <summary>The chart refuses the version of Kubernetes.</summary>
    KubernetesVersion,

    /// <summary>A template is not one: no template of the chart renders in Helm.</summary>
    TemplateSyntax,

    /// <summary>A template fails while it renders.</summary>
    Template,

    /// <summary>A template rendered text that is not YAML, or is no Kubernetes object where Helm looks at it.</summary>
    Manifest,

    /// <summary>Rendering costs more than it may.</summary>
    Limit,
}
