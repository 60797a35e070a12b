namespace HardenBuild.Rules;

/// <summary>What a rule is about; <c>HardenBuild.Dockerfile</c> in <c>.editorconfig</c> is <see cref="Dockerfile"/> here.</summary>
/// <remarks>The value is the thousands digit of the rule's id.</remarks>
public enum RuleCategory
{
    Tool = 0,
    Dockerfile = 1,
    Compose = 2,
    Kubernetes = 3,
    Cluster = 4,
    Helm = 5,
    Daemon = 6,
    DotNet = 7,
    CrossFile = 8,
}
