namespace HardenBuild.Model.Docker.Carriers;

/// <summary>Tells image references that mean something else tomorrow.</summary>
internal static class FloatingImage
{
    /// <summary>Whether a reference has neither a digest nor a tag that stays: none at all, or the name of a channel.</summary>
    public static bool Is(string image)
    {
        if (image.Contains('@'))
            return false;
        var colon = image.LastIndexOf(':');
        if (colon < 0 || image.IndexOf('/', colon) >= 0)
            return true;
        return image.Substring(colon + 1) is "latest" or "stable" or "edge" or "test" or "nightly" or "dev" or "beta" or "canary" or "lts" or "main" or "master" or "rolling" or "preview";
    }
}
