using HardenBuild.Model.Kubernetes;

namespace HardenBuild.Rules.Kubernetes.Images;

/// <summary>A rule about how the containers of a workload name their images: one finding on the first of them, the others as related locations.</summary>
/// <remarks>The message is given the image.</remarks>
internal abstract class ImageRule(string id, RuleSeverity defaultSeverity, RuleSeverity hardenedSeverity) : WorkloadRule(id, defaultSeverity, hardenedSeverity)
{
    protected IEnumerable<Finding> ReportTogether(Workload workload, List<ImagePlace> images)
    {
        if (images.Count == 0)
            return [];
        var first = images[0];
        return
        [
            ReportContainer(workload, first.Container, first.Location, first.Image) with
            {
                Related = [.. images.Skip(1).Where(other => other.Location != first.Location).Select(AsRelated)],
            },
        ];
    }

    private static RelatedLocation AsRelated(ImagePlace other) => new(other.Location, $"The same holds for '{other.Image}' of container '{other.Container.DisplayName}'");
}
