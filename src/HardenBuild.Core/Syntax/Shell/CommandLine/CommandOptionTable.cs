using System.Collections.Immutable;

namespace HardenBuild.Syntax.Shell.CommandLine;

/// <summary>The programs whose options are known.</summary>
internal static partial class CommandOptionTable
{
    private static readonly ImmutableDictionary<string, CommandOptions> ByKey = Index();

    /// <summary>The options of a program; a version at the end of the name (<c>pip3.12</c>) is not looked at.</summary>
    public static CommandOptions ForProgram(string name)
    {
        var key = Aliases.TryGetValue(name, out var alias) ? alias : name;
        return ByKey.TryGetValue(key, out var known) || ByKey.TryGetValue(key.TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '.'), out known)
            ? known
            : CommandOptions.Unknown;
    }

    /// <summary>The options of a subcommand; those of its program when nothing more is known.</summary>
    public static CommandOptions ForSubcommand(CommandOptions program, string subcommand)
    {
        var key = $"{program.Key} {subcommand}";
        if (Aliases.TryGetValue(key, out var alias))
            key = alias;
        return ByKey.TryGetValue(key, out var known) || ByKey.TryGetValue(program.Key + " *", out known)
            ? known
            : program with { HasSubcommands = false };
    }

    private static ImmutableDictionary<string, CommandOptions> Index()
    {
        var index = ImmutableDictionary.CreateBuilder<string, CommandOptions>(StringComparer.Ordinal);
        foreach (var group in (ImmutableArray<CommandOptions>[])[Transfer(), Packages(), Containers(), Development(), SystemTools()])
        {
            foreach (var options in group)
                index.Add(options.Key, options);
        }

        return index.ToImmutable();
    }
}
