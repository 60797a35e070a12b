using HardenBuild.Model.Docker;
using HardenBuild.Model.Docker.Containers;

namespace HardenBuild.Rules.DotNet.Compose;

/// <summary>Tells which containers run .NET.</summary>
internal static class DotNetContainer
{
    /// <summary>Its image is Microsoft's, or it is given variables that only .NET reads.</summary>
    public static bool IsKnown(ContainerOptions container)
    {
        if (ContainerImage.Read(container) is { } image && DotNetImages.Find(image) is not null)
            return true;
        foreach (var variable in container.Environment)
        {
            if (variable.Name.Value.StartsWith("ASPNETCORE_", StringComparison.Ordinal) || variable.Name.Value.StartsWith("DOTNET_", StringComparison.Ordinal))
                return true;
        }

        return false;
    }
}
