namespace HardenBuild.Rendering.Helm;

/// <summary>What Helm allows a release to be called.</summary>
internal static class ReleaseNames
{
    /// <summary>Helm's words for a name that is not allowed.</summary>
    public const string Problem =
        @"release name is invalid: must match regex ^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$ and the length must not be longer than 53";

    private const int MaxLength = 53;

    public static bool IsValid(string name)
    {
        if (name.Length > MaxLength)
            return false;
        foreach (var label in name.Split('.'))
        {
            if (label.Length == 0 || !IsAlphanumeric(label[0]) || !IsAlphanumeric(label[label.Length - 1]))
                return false;
            foreach (var c in label)
            {
                if (!IsAlphanumeric(c) && c != '-')
                    return false;
            }
        }

        return true;
    }

    private static bool IsAlphanumeric(char c) => c is (>= 'a' and <= 'z') or (>= '0' and <= '9');
}
