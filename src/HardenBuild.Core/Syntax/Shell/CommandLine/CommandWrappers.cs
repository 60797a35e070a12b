using System.Collections.Immutable;

namespace HardenBuild.Syntax.Shell.CommandLine;

/// <summary>Knows which commands run another one and where its words begin.</summary>
internal static class CommandWrappers
{
    /// <summary>Index of the first word of the command that is run; null when the words are no wrapper with a command.</summary>
    /// <param name="words">The whole command, its program first.</param>
    public static int? IndexOfCommand(string name, ImmutableArray<CommandWord> words)
    {
        if (LeadingOperands(name) is not { } operands)
            return null;
        var arguments = words.RemoveAt(0);
        var reading = OptionReader.Read(CommandOptionTable.ForProgram(name) with { OperandsBeforeEnd = 1, HasSubcommands = false }, arguments);
        if (!RunsCommand(name, reading))
            return null;
        var index = 1 + reading.FirstOperand;
        while (index < words.Length && SetsEnvironment(name) && (words[index].Value == "-" || NameLength(words[index].Prefix) > 0))
            index++;
        index += operands;
        return index < words.Length ? index : null;
    }

    /// <summary>True for a command that takes <c>NAME=value</c> words before the command it runs.</summary>
    public static bool SetsEnvironment(string name) => name is "env" or "sudo" or "doas";

    /// <summary>Length of the name in <c>NAME=value</c>; 0 when the text is no assignment.</summary>
    public static int NameLength(string text)
    {
        var length = 0;
        while (length < text.Length && text[length] is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '_')
            length++;
        return length > 0 && length < text.Length && text[length] == '=' ? length : 0;
    }

    /// <summary>How many words stand between a wrapper's options and the command; null for a command that runs no other.</summary>
    private static int? LeadingOperands(string name) => name switch
    {
        "sudo" or "env" or "time" or "nice" or "ionice" or "nohup" or "exec" or "command" or "builtin" or "xargs" or "stdbuf" or "setpriv" or "tini"
            or "dumb-init" or "catatonit" or "doas" or "busybox" or "setsid" or "eatmydata" or "fakeroot" or "runuser" => 0,
        "timeout" or "chroot" or "gosu" or "su-exec" or "s6-setuidgid" or "setuidgid" => 1,
        _ => null,
    };

    private static bool RunsCommand(string name, OptionReading reading) => name switch
    {
        // `command -v curl` only asks where curl is.
        "command" => !Has(reading, "-v") && !Has(reading, "-V"),
        // Without -u it is `su` under another name.
        "runuser" => Has(reading, "-u") || Has(reading, "--user"),
        "ionice" => !Has(reading, "-p") && !Has(reading, "-P") && !Has(reading, "-u"),
        _ => true,
    };

    private static bool Has(OptionReading reading, string option)
    {
        foreach (var given in reading.Options)
        {
            if (given.Name == option)
                return true;
        }

        return false;
    }
}
