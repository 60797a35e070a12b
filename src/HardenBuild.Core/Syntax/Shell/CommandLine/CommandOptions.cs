namespace HardenBuild.Syntax.Shell.CommandLine;

/// <summary>What must be known of a program to read its options.</summary>
/// <param name="Key">The program's name, followed by its subcommand; <c>*</c> stands for every other subcommand.</param>
internal sealed record CommandOptions(string Key)
{
    /// <summary>What is assumed of a program that is not listed: no option takes the next word.</summary>
    public static CommandOptions Unknown { get; } = new("");

    /// <summary>Letters of the short options that take a value.</summary>
    public string Short { get; init; } = "";

    /// <summary>Names of the options that take a value, without dashes, separated by one blank.</summary>
    public string Long { get; init; } = "";

    /// <summary>A letter that is no option by itself but begins one of two letters (wget's <c>-nv</c>).</summary>
    public char TwoLetterPrefix { get; init; }

    /// <summary>True when the first operand is a subcommand.</summary>
    public bool HasSubcommands { get; init; }

    /// <summary>After how many operands the options end; 0 when options may stand anywhere.</summary>
    public int OperandsBeforeEnd { get; init; }

    /// <summary>True when one dash begins a whole name, so that letters do not cluster.</summary>
    public bool HasNoClusters { get; init; }

    /// <summary>True when the first word may be a cluster without a dash (<c>tar xzf</c>).</summary>
    public bool TakesBareCluster { get; init; }

    /// <summary>True when a following word <c>true</c> or <c>false</c> belongs to a long option.</summary>
    public bool TakesBooleanWords { get; init; }

    public bool TakesValue(char letter) => Short.Contains(letter);

    public bool TakesValue(string name)
    {
        for (var at = Long.IndexOf(name, StringComparison.Ordinal); at >= 0; at = Long.IndexOf(name, at + 1, StringComparison.Ordinal))
        {
            var end = at + name.Length;
            if ((at == 0 || Long[at - 1] == ' ') && (end == Long.Length || Long[end] == ' '))
                return true;
            if (end >= Long.Length)
                break;
        }

        return false;
    }
}
