using System.Collections.Immutable;
using HardenBuild.Model.Compose.Tree;
using HardenBuild.Model.Docker.Containers;
using HardenBuild.Text;

namespace HardenBuild.Model.Compose;

/// <summary>Reads <c>healthcheck</c>.</summary>
internal static class ComposeHealthcheckReader
{
    /// <returns>Null when the service has none of its own.</returns>
    public static ContainerHealthcheck? Read(ComposeMapping service)
    {
        if (service.Mapping("healthcheck") is not { } healthcheck)
            return null;
        var test = healthcheck["test"];
        var words = ComposeWords.Read(test);
        var kind = words.IsEmpty ? null : words[0].Value;
        SourceLocation? disabled = healthcheck["disable"]?.Boolean is { Value: true } disable ? disable.Location : null;
        if (kind == "NONE")
            disabled ??= words[0].Location;
        return new ContainerHealthcheck(disabled, test is ComposeSequence && kind is "CMD" or "CMD-SHELL" or "NONE" ? words.RemoveAt(0) : words);
    }
}
