namespace HardenBuild.Rules.Dockerfile.Labels;

/// <summary>What the value of a label must be. The names are hadolint's.</summary>
internal enum LabelType
{
    Text,
    Url,
    Rfc3339,
    Spdx,
    Hash,
    Semver,
    Email,
}
