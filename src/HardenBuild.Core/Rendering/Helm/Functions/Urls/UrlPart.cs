namespace HardenBuild.Rendering.Helm.Functions.Urls;

/// <summary>Parts of a URL that escape different characters.</summary>
internal enum UrlPart
{
    Path,
    Host,
    UserInfo,
    Fragment,
}
