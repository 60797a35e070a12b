using HardenBuild.Text;

namespace HardenBuild.Syntax.Dockerfile;

/// <summary>An option between keyword and arguments: <c>--from=build</c>.</summary>
internal sealed class DockerfileFlag
{
    public required TextSpan Span { get; init; }

    /// <summary>Without the leading dashes, as written.</summary>
    public required string Name { get; init; }

    /// <summary>The name with its dashes.</summary>
    public required TextSpan NameSpan { get; init; }

    /// <summary>What follows the <c>=</c> after quote removal; null without <c>=</c>.</summary>
    public required DockerfileWord? Value { get; init; }

    /// <summary>Whether the builder knows this flag on this instruction.</summary>
    public required bool IsKnown { get; init; }

    /// <summary>The pairs of <c>RUN --mount</c>; null for other flags.</summary>
    public RunMount? Mount { get; init; }

    public override string ToString() => Value is null ? $"--{Name}" : $"--{Name}={Value}";
}
