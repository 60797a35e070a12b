using HardenBuild.Syntax.Dockerfile;

namespace HardenBuild.Model.Docker;

/// <summary>Compares an image with <c>registry[/name space]</c>, where <c>*</c> stands for any characters within a part.</summary>
internal static class RegistryPattern
{
    /// <summary>Whether registry and name space do not depend on unknown variables.</summary>
    public static bool IsKnown(ImageReference image)
    {
        var repository = image.CanonicalRepository;
        return !repository.Substring(0, repository.LastIndexOf('/') + 1).Contains(ExpandedWord.Placeholder[0])
            && !image.Text.Value.StartsWith(ExpandedWord.Placeholder, StringComparison.Ordinal);
    }

    public static bool IsMatch(string pattern, ImageReference image)
    {
        var wanted = pattern.TrimEnd('/').Split('/');
        var parts = image.CanonicalRepository.Split('/');
        if (wanted.Length > parts.Length)
            return false;
        for (var i = 0; i < wanted.Length; i++)
        {
            // The rest of the repository lies below the last part of the pattern.
            if (!IsMatch(wanted[i], parts[i]))
                return false;
        }

        return true;
    }

    private static bool IsMatch(string pattern, string part)
    {
        var pieces = pattern.Split('*');
        if (pieces.Length == 1)
            return pattern.Equals(part, StringComparison.OrdinalIgnoreCase);
        var last = pieces[pieces.Length - 1];
        if (!part.StartsWith(pieces[0], StringComparison.OrdinalIgnoreCase) || !part.EndsWith(last, StringComparison.OrdinalIgnoreCase))
            return false;
        var at = pieces[0].Length;
        for (var i = 1; i < pieces.Length - 1; i++)
        {
            var found = part.IndexOf(pieces[i], at, StringComparison.OrdinalIgnoreCase);
            if (found < 0)
                return false;
            at = found + pieces[i].Length;
        }

        return part.Length - last.Length >= at;
    }
}
