using System.Globalization;

namespace HardenBuild.Rules.Dockerfile.Health;

/// <summary>The signals of Linux.</summary>
internal static class Signals
{
    /// <summary>Whether Docker knows the signal: a number from 1 to 64 or a name of signal(7), with or without <c>SIG</c>, in any case.</summary>
    public static bool IsKnown(string text)
    {
        if (int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
            return number is >= 1 and <= 64;
        var name = NameOf(text);
        if (name.StartsWith("RTMIN", StringComparison.Ordinal) || name.StartsWith("RTMAX", StringComparison.Ordinal))
            return name.Length == 5 || IsOffset(name);
        return name is "ABRT" or "ALRM" or "BUS" or "CHLD" or "CLD" or "CONT" or "FPE" or "HUP" or "ILL" or "INT" or "IO" or "IOT" or "KILL" or "PIPE" or "POLL" or "PROF" or "PWR" or "QUIT"
            or "SEGV" or "STKFLT" or "STOP" or "SYS" or "TERM" or "TRAP" or "TSTP" or "TTIN" or "TTOU" or "URG" or "USR1" or "USR2" or "VTALRM" or "WINCH" or "XCPU" or "XFSZ";
    }

    /// <summary>Whether no program can handle the signal: SIGKILL and SIGSTOP.</summary>
    public static bool CannotBeHandled(string text) => text is "9" or "19" || NameOf(text) is "KILL" or "STOP";

    private static string NameOf(string text)
    {
        var name = text.ToUpperInvariant();
        return name.StartsWith("SIG", StringComparison.Ordinal) ? name.Substring(3) : name;
    }

    /// <summary><c>RTMIN+1</c> to <c>RTMIN+15</c>, <c>RTMAX-1</c> to <c>RTMAX-14</c>.</summary>
    private static bool IsOffset(string name) =>
        name.Length <= 8
        && name[5] == (name[4] == 'N' ? '+' : '-')
        && NumberAt(name, 6) is var offset and >= 1
        && offset <= (name[4] == 'N' ? 15 : 14);

    private static int NumberAt(string text, int start)
    {
        var number = 0;
        for (var i = start; i < text.Length; i++)
        {
            if (text[i] is not (>= '0' and <= '9'))
                return -1;
            number = (number * 10) + text[i] - '0';
        }

        return number;
    }
}
