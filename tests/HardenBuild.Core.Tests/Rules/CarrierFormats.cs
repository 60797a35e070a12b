using HardenBuild.Model.Docker.Carriers;
using HardenBuild.Scanning;
using HardenBuild.Scanning.Discovery;

namespace HardenBuild.Core.Tests.Rules;

/// <summary>The formats of files that start containers and are no Compose files, by their names.</summary>
internal static class CarrierFormats
{
    public static InputFormat? Of(string path) => InputNames.Classify(Path.GetFileName(path)) switch
    {
        NameHint.ShellScript => InputFormat.ShellScript,
        NameHint.Makefile => InputFormat.Makefile,
        NameHint.LaunchSettings => InputFormat.LaunchSettings,
        NameHint.DevContainer => InputFormat.DevContainer,
        NameHint.Unit => InputFormat.Unit,
        NameHint.Bake => InputFormat.Bake,
        NameHint.Yaml when PipelinePaths.KindOf(path) is not null => InputFormat.Pipeline,
        _ => null,
    };
}
