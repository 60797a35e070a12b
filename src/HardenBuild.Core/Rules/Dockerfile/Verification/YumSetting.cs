using HardenBuild.Model.Docker;
using HardenBuild.Syntax.Shell.CommandLine;
using HardenBuild.Text;

namespace HardenBuild.Rules.Dockerfile.Verification;

/// <summary>Settings of yum and dnf that are switched off, by option or in a file that the Dockerfile writes.</summary>
internal static class YumSetting
{
    public static bool IsManager(string? program) =>
        program is "yum" or "dnf" or "dnf5" or "microdnf" or "tdnf" or "yum-config-manager";

    /// <summary>Every place that switches the setting off, for all repositories or for one.</summary>
    public static IEnumerable<(StageInstruction Instruction, TextSpan Span)> SwitchedOff(DockerfileModel model, string key)
    {
        foreach (var command in model.Commands)
        {
            foreach (var program in command.Invocations)
            {
                if (!IsManager(program.Name))
                    continue;
                foreach (var option in program.FindOptions("--setopt"))
                {
                    if (IsOff(option.Value, key))
                        yield return (command.Instruction, option.ValueSpan);
                }
            }
        }

        foreach (var written in WrittenText.Of(model))
        {
            if (!IsConfiguration(written.Path))
                continue;
            foreach (var (value, span) in written.SettingsOf(model.Source, key))
            {
                if (SwitchWords.IsOff(value))
                    yield return (written.Instruction, span);
            }
        }
    }

    /// <summary><c>key=0</c> or <c>repository.key=0</c>.</summary>
    private static bool IsOff(string? setting, string key)
    {
        var equals = setting?.IndexOf('=') ?? -1;
        if (setting is null || equals < 0 || !SwitchWords.IsOff(setting.Substring(equals + 1).Trim().Trim('"', '\'')))
            return false;
        var name = setting.Substring(0, equals).Trim();
        return name.Substring(name.LastIndexOf('.') + 1).Equals(key, StringComparison.OrdinalIgnoreCase);
    }

    private static bool IsConfiguration(string path) =>
        path.Contains("yum.repos.d", StringComparison.Ordinal)
        || path.EndsWith(".repo", StringComparison.Ordinal)
        || path.EndsWith("yum.conf", StringComparison.Ordinal)
        || path.EndsWith("dnf.conf", StringComparison.Ordinal);
}
