using HardenBuild.Model.Compose.Tree;
using HardenBuild.Model.Docker.Containers;

namespace HardenBuild.Model.Compose;

/// <summary>Reads <c>post_start</c> and <c>pre_stop</c>.</summary>
internal static class ComposeHookReader
{
    private static readonly string[] Keys = ["post_start", "pre_stop"];

    public static IEnumerable<ContainerHook> Read(ComposeMapping service)
    {
        foreach (var key in Keys)
        {
            foreach (var item in service.Items(key))
            {
                if (item.AsMapping is { } hook)
                    yield return ReadHook(hook);
            }
        }
    }

    private static ContainerHook ReadHook(ComposeMapping hook) => new(
        hook["privileged"]?.Boolean,
        hook["user"]?.Text,
        ComposeWords.Read(hook["command"]),
        ComposeCommandReader.Programs(hook["command"]),
        ComposeNamedValues.Read(hook["environment"]));
}
