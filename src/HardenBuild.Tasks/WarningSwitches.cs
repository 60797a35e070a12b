namespace HardenBuild.Tasks;

/// <summary>A project's switches for warnings, with the compiler's meaning.</summary>
internal sealed class WarningSwitches(bool treatWarningsAsErrors, string warningsAsErrors, string warningsNotAsErrors, string noWarn)
{
    private static readonly char[] Separators = [';', ',', ' ', '\t', '\r', '\n'];

    private readonly HashSet<string> _asErrors = Ids(warningsAsErrors);
    private readonly HashSet<string> _notAsErrors = Ids(warningsNotAsErrors);
    private readonly HashSet<string> _off = Ids(noWarn);

    /// <summary>The severity to log with; empty where the finding is switched off.</summary>
    public string Apply(FindingItem finding)
    {
        if (_off.Contains(finding.Code))
            return "";
        if (finding.Severity != FindingItem.Warning)
            return finding.Severity;

        var isError = _asErrors.Contains(finding.Code) || (treatWarningsAsErrors && !_notAsErrors.Contains(finding.Code));
        return isError ? FindingItem.Error : FindingItem.Warning;
    }

    private static HashSet<string> Ids(string list) =>
        new(list.Split(Separators, StringSplitOptions.RemoveEmptyEntries), StringComparer.OrdinalIgnoreCase);
}
