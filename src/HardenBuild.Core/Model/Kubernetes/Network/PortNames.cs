namespace HardenBuild.Model.Kubernetes.Network;

/// <summary>Names of ports.</summary>
internal static class PortNames
{
    private const int MaximumLength = 15;

    /// <summary>The API takes the name for a container's port and for a Service's target.</summary>
    /// <remarks>RFC 6335, section 5.1, lower case only, as in the Kubernetes API's IANA_SVC_NAME.</remarks>
    public static bool IsValid(string name)
    {
        if (name.Length is 0 or > MaximumLength || name[0] == '-' || name[name.Length - 1] == '-')
            return false;
        var hasLetter = false;
        for (var i = 0; i < name.Length; i++)
        {
            var c = name[i];
            if (c is not ((>= 'a' and <= 'z') or (>= '0' and <= '9') or '-') || (c == '-' && name[i - 1] == '-'))
                return false;
            hasLetter |= c is >= 'a' and <= 'z';
        }

        return hasLetter;
    }
}
