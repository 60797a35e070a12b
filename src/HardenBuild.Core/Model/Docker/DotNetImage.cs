namespace HardenBuild.Model.Docker;

/// <summary>A Microsoft .NET image as its reference tells it.</summary>
/// <param name="Repository">The last path component: <c>sdk</c>, <c>aspnet</c>, <c>runtime</c>, <c>runtime-deps</c>, <c>monitor</c>, ...</param>
/// <param name="Family"><c>dotnet</c>, <c>dotnet/core</c> (before 5.0) or <c>dotnet/framework</c>.</param>
/// <param name="Major">Null when the tag is floating or not known.</param>
/// <param name="Minor">Null when the tag does not say.</param>
/// <param name="HasApplicationUser">Whether the image defines user <c>app</c> and <c>APP_UID</c>: Linux from 8.0 on; null when the version is not known.</param>
internal sealed record DotNetImage(string Family, string Repository, int? Major, int? Minor, bool? HasApplicationUser)
{
    public bool IsSdk => Repository == "sdk";

    public bool IsRuntime => Repository is "aspnet" or "runtime" or "runtime-deps";
}
