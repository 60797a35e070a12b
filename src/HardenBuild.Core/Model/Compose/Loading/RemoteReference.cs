namespace HardenBuild.Model.Compose.Loading;

/// <summary>What a reference to a Git repository or an OCI artifact says about the version.</summary>
internal static class RemoteReference
{
    /// <summary>Whether the reference names one content for good: a commit hash or a digest.</summary>
    public static bool IsPinned(string reference) => reference.Contains("@sha256:", StringComparison.Ordinal) || (Version(reference) is { } version && IsHash(version));

    /// <summary>The branch, tag or commit; null when none is named.</summary>
    /// <remarks>Docker documentation, "Build context", Git repositories: <c>url#version:folder</c>, or <c>url?ref=version</c>.</remarks>
    public static string? Version(string reference)
    {
        if (reference.IndexOf('#') is var hash and >= 0)
        {
            var version = reference.Substring(hash + 1).Split(':')[0];
            return version.Length == 0 ? null : version;
        }

        if (reference.IndexOf('?') is var query and >= 0)
        {
            foreach (var parameter in reference.Substring(query + 1).Split('&'))
            {
                if (parameter.StartsWith("ref=", StringComparison.Ordinal) || parameter.StartsWith("checksum=", StringComparison.Ordinal) || parameter.StartsWith("commit=", StringComparison.Ordinal))
                    return parameter.Substring(parameter.IndexOf('=') + 1);
            }
        }

        var isImage = reference.StartsWith("oci:", StringComparison.Ordinal);
        return isImage && reference.LastIndexOf(':') is var colon && colon > reference.LastIndexOf('/') ? reference.Substring(colon + 1) : null;
    }

    private static bool IsHash(string text)
    {
        foreach (var c in text)
        {
            if (c is not ((>= '0' and <= '9') or (>= 'a' and <= 'f') or (>= 'A' and <= 'F')))
                return false;
        }

        return text.Length is 40 or 64;
    }
}
