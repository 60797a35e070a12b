using HardenBuild.Reporting;
using HardenBuild.Rules;
using HardenBuild.Rules.Tool;
using HardenBuild.Text;

namespace HardenBuild.Configuration.Peers;

/// <summary>Says of each configuration file of another tool how <c>.editorconfig</c> would say the same, until it does.</summary>
internal sealed class PeerConfigurationCheck(EditorConfigSet configuration, RuleIndex rules)
{
    public IEnumerable<Finding> Check(PeerConfiguration peers) => peers.Files.Select(entry => Check(entry.Directory, entry.File)).OfType<Finding>();

    private Finding? Check(string directory, PeerFile file)
    {
        TextSpan? place = null;
        var lines = new List<string>();
        var section = "";
        foreach (var severity in file.Severities.OrderBy(static severity => severity.Glob, StringComparer.Ordinal))
        {
            var line = $"{ConfigurationKeys.DiagnosticPrefix}{severity.Rule.Id}{ConfigurationKeys.SeveritySuffix} = {severity.Severity.ToWord()}";
            if (!At(directory, severity.Glob).TryGetSeverity(severity.Rule.Id, out _) && IsLast(file, severity))
                Add(severity.Place, severity.Glob ?? "*", line);
        }

        foreach (var option in file.Options)
        {
            var name = option.Key.Substring(ConfigurationKeys.OptionPrefix.Length);
            if (At(directory, glob: null).GetValue(option.Key) is null && rules.HasOption(name))
                Add(option.Place, "*", $"{option.Key} = {option.Value}");
        }

        return place is { } first ? PeerConfigurationUsed.Instance.At(file.Source.At(first), Name(file.Source), string.Join("; ", lines)) : null;

        void Add(TextSpan at, string glob, string line)
        {
            place = place is { } known && known.Start <= at.Start ? known : at;
            if (section != glob)
                lines.Add($"[{section = glob}]");
            lines.Add(line);
        }
    }

    /// <summary>What the configuration says about a file that the setting is about.</summary>
    private FileConfiguration At(string directory, string? glob) =>
        configuration.At(directory + (glob is null ? "/Dockerfile" : glob.Replace("**/", "").Replace("*", "Dockerfile")));

    private static bool IsLast(PeerFile file, PeerSeverity severity) =>
        ReferenceEquals(severity, file.Severities.Last(other => other.Rule == severity.Rule && other.Glob == severity.Glob));

    private static string Name(SourceText source) => source.Path.Substring(source.Path.LastIndexOfAny(['/', '\\']) + 1);
}
