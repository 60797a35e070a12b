using HardenBuild.Model.Docker;

namespace HardenBuild.Rules.Dockerfile.Users;

/// <summary>Reads the value of USER.</summary>
internal static class UserNames
{
    /// <summary>Whether <c>user[:group]</c> is the superuser. Windows does not distinguish case, Linux does.</summary>
    public static bool IsSuperuser(string user, ContainerOperatingSystem system)
    {
        var colon = user.IndexOf(':');
        var name = (colon < 0 ? user : user.Substring(0, colon)).Trim();
        if (system != ContainerOperatingSystem.Linux && name.Equals("ContainerAdministrator", StringComparison.OrdinalIgnoreCase))
            return true;
        return name == "root" || (name.Length > 0 && name.Trim('0').Length == 0);
    }
}
