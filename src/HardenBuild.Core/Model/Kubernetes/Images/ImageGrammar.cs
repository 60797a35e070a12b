using HardenBuild.Model.Docker;

namespace HardenBuild.Model.Kubernetes.Images;

/// <summary>The grammar of image references.</summary>
/// <remarks>https://github.com/distribution/reference, and OCI image specification, descriptors, digests.</remarks>
internal static class ImageGrammar
{
    private const int LongestTag = 128;
    private const int LeastHexadecimal = 32;

    /// <summary>What the container runtime will not accept, as what is said of it in a sentence; null for a reference that is well formed.</summary>
    public static string? FindError(ImageReference image)
    {
        var text = image.Text.Value;
        foreach (var c in text)
        {
            if (char.IsWhiteSpace(c))
                return "holds a blank";
        }

        if (text.Contains("://", StringComparison.Ordinal))
            return "begins with the scheme of a URL";
        if (image.Repository.Value.Length == 0)
            return "names no repository";
        foreach (var c in image.Repository.Value)
        {
            if (char.IsUpper(c))
                return "has capital letters in its repository";
        }

        if (!IsRepository(image.Repository.Value))
            return "has a repository with other characters than small letters, digits and single separators";
        if (image.Tag is { } tag && !IsTag(tag.Value))
            return "has a tag with other characters than letters, digits, '_', '.' and '-'";
        return image.Digest is { } digest && !IsDigest(digest.Value) ? "has a digest that is not an algorithm with as many hexadecimal digits as it gives" : null;
    }

    /// <summary><c>sha256:</c> and 64 small hexadecimal digits, <c>sha512:</c> and 128, or at least 32 of another algorithm.</summary>
    public static bool IsDigest(string digest)
    {
        var colon = digest.IndexOf(':');
        if (colon <= 0)
            return false;
        var length = digest.Length - colon - 1;
        for (var i = colon + 1; i < digest.Length; i++)
        {
            if (digest[i] is not ((>= '0' and <= '9') or (>= 'a' and <= 'f')))
                return false;
        }

        return digest.Substring(0, colon) switch
        {
            "sha256" => length == 64,
            "sha512" => length == 128,
            _ => length >= LeastHexadecimal,
        };
    }

    private static bool IsRepository(string repository)
    {
        foreach (var component in repository.Split('/'))
        {
            if (component.Length == 0 || !IsAlphanumeric(component[0]) || !IsAlphanumeric(component[component.Length - 1]))
                return false;
            for (var i = 1; i < component.Length - 1; i++)
            {
                if (!IsAlphanumeric(component[i]) && !IsSeparator(component, i))
                    return false;
            }
        }

        return true;
    }

    /// <summary>One dot, one or two underscores, or any number of hyphens.</summary>
    private static bool IsSeparator(string component, int index)
    {
        var previous = component[index - 1];
        return component[index] switch
        {
            '.' => IsAlphanumeric(previous),
            '-' => IsAlphanumeric(previous) || previous == '-',
            '_' => IsAlphanumeric(previous) || (previous == '_' && component[index - 2] != '_'),
            _ => false,
        };
    }

    private static bool IsTag(string tag)
    {
        if (tag.Length is 0 or > LongestTag || tag[0] is '.' or '-')
            return false;
        foreach (var c in tag)
        {
            if (!IsAlphanumeric(c) && c is not ((>= 'A' and <= 'Z') or '_' or '.' or '-'))
                return false;
        }

        return true;
    }

    private static bool IsAlphanumeric(char c) => c is (>= 'a' and <= 'z') or (>= '0' and <= '9');
}
