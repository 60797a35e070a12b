using System.Collections.Immutable;
using HardenBuild.Model.Docker.Containers;
using HardenBuild.Syntax.Yaml;
using HardenBuild.Text;

namespace HardenBuild.Model.Compose;

/// <summary>Reads <c>healthcheck</c>.</summary>
internal static class ComposeHealthcheckReader
{
    /// <returns>Null when the service has none of its own.</returns>
    public static ContainerHealthcheck? Read(ComposeLayers service, ComposeValues values)
    {
        var healthcheck = service.Nested("healthcheck");
        if (healthcheck.IsEmpty)
            return null;
        var test = healthcheck.Last("test");
        var words = ComposeWords.Read(test);
        var kind = words.IsEmpty ? null : words[0].Value;
        SourceLocation? disabled = values.Boolean(healthcheck.Last("disable")) is { Value: true } disable ? disable.Location : null;
        if (kind == "NONE")
            disabled ??= words[0].Location;
        return new ContainerHealthcheck(disabled, test is YamlSequence && kind is "CMD" or "CMD-SHELL" or "NONE" ? words.RemoveAt(0) : words);
    }
}
