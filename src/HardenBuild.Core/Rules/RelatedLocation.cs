using HardenBuild.Text;

namespace HardenBuild.Rules;

/// <summary>A second place that explains a finding.</summary>
/// <param name="Message">What the place has to do with it, without a full stop.</param>
public sealed record RelatedLocation(SourceLocation Location, string Message);
