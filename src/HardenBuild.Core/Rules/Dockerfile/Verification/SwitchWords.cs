namespace HardenBuild.Rules.Dockerfile.Verification;

/// <summary>How programs spell yes and no in their settings.</summary>
internal static class SwitchWords
{
    public static bool IsOff(string? value) =>
        value is "0"
        || string.Equals(value, "false", StringComparison.OrdinalIgnoreCase)
        || string.Equals(value, "no", StringComparison.OrdinalIgnoreCase)
        || string.Equals(value, "off", StringComparison.OrdinalIgnoreCase);

    public static bool IsOn(string? value) =>
        value is "1"
        || string.Equals(value, "true", StringComparison.OrdinalIgnoreCase)
        || string.Equals(value, "yes", StringComparison.OrdinalIgnoreCase)
        || string.Equals(value, "on", StringComparison.OrdinalIgnoreCase);
}
