using HardenBuild.Rendering.Helm.ChartValues;
using HardenBuild.Rendering.Helm.Output;
using HardenBuild.Text;

namespace HardenBuild.Model.Helm;

/// <summary>A way in which a chart is installed, and what it renders then.</summary>
/// <param name="Name">What people call it, for messages: the path of its values file; empty for the chart's default values.</param>
/// <param name="Values">What is given on top of the default values.</param>
/// <param name="Rendered">What comes of it.</param>
internal sealed record ChartScenario(string Name, UserValues Values, RenderedChart Rendered)
{
    // chart-testing installs with the files in ci/; the other names are customary for what never sees production.
    private static readonly string[] TrialWords = ["dev", "develop", "development", "local", "test", "tests", "testing", "ci", "kind", "minikube", "sandbox", "example", "examples"];

    public bool IsDefault => Name.Length == 0;

    /// <summary>Made to try the chart, not to run it: the file's name or folder says so.</summary>
    public bool IsTrial { get; } = Array.Exists(Name.ToLowerInvariant().Split('/', '-', '.', '_'), static word => Array.IndexOf(TrialWords, word) >= 0);
}
