using HardenBuild.Syntax.Shell;
using HardenBuild.Syntax.Units;

namespace HardenBuild.Model.Docker.Carriers;

/// <summary>The command lines of a unit of systemd.</summary>
/// <remarks>systemd.service(5), "Command lines": quotes are those of a shell, <c>%</c> introduces specifiers, variables are expanded by systemd.</remarks>
internal static class UnitCommands
{
    public static IEnumerable<ShellScript> Of(UnitFile unit)
    {
        foreach (var entry in unit.Entries)
        {
            if (entry.Section == "Service" && entry.Key.StartsWith("Exec", StringComparison.Ordinal) && Commands.EngineCommand.MayBeIn(entry.Value))
                yield return Parse(entry, SkipPrefixes(entry.Value));
        }
    }

    /// <summary>A value as words, specifiers filled in.</summary>
    public static ShellScript Parse(UnitEntry entry, int start = 0)
    {
        var script = new ScriptText();
        var value = entry.Value;
        for (var i = start; i < value.Length; i++)
        {
            if (value[i] == '%' && i + 1 < value.Length)
            {
                i++;
                if (value[i] == '%')
                    script.Add('%', entry.Offsets[i]);
                else
                    AddSpecifier(script, value[i], entry.Offsets[i]);
            }
            else
            {
                script.Add(value[i], entry.Offsets[i]);
            }
        }

        return script.Parse();
    }

    // Both characters are written where the specifier's letter stands: that is the most that can be said of them.
    private static void AddSpecifier(ScriptText script, char letter, int offset)
    {
        if (letter == 'h')
            script.Add('~', offset);
        else
            script.AddFilledIn(offset + 1);
    }

    private static int SkipPrefixes(string value)
    {
        var start = 0;
        while (start < value.Length && value[start] is '-' or '@' or ':' or '+' or '!' or '|')
            start++;
        return start;
    }
}
