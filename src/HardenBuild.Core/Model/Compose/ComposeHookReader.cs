using HardenBuild.Model.Docker.Containers;
using HardenBuild.Syntax.Yaml;

namespace HardenBuild.Model.Compose;

/// <summary>Reads <c>post_start</c> and <c>pre_stop</c>.</summary>
internal static class ComposeHookReader
{
    private static readonly string[] Keys = ["post_start", "pre_stop"];

    public static IEnumerable<ContainerHook> Read(ComposeLayers service, ComposeValues values)
    {
        foreach (var key in Keys)
        {
            foreach (var layer in service.All(key))
            {
                foreach (var item in layer.AsSequence?.Items ?? [])
                {
                    if (item.AsMapping is { } hook)
                        yield return Read(hook, values);
                }
            }
        }
    }

    private static ContainerHook Read(YamlMapping hook, ComposeValues values) => new(
        values.Boolean(hook["privileged"]),
        values.Text(hook["user"]),
        ComposeWords.Read(hook["command"]),
        ComposeCommandReader.Programs(hook["command"], values),
        ComposeNamedValues.Read(hook["environment"] is { } environment ? [environment] : [], values));
}
