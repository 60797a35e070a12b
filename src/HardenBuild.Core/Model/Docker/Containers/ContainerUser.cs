namespace HardenBuild.Model.Docker.Containers;

/// <summary>The user that a container runs as, <c>user[:group]</c>.</summary>
internal static class ContainerUser
{
    /// <summary>Whether the user is root, by name or number, whatever the group.</summary>
    public static bool IsRoot(string user)
    {
        // A user may be a number of any length; only zeros are root.
        var name = user.Split(':')[0].Trim();
        return name == "root" || (name.Length > 0 && name.Trim('0').Length == 0);
    }
}
