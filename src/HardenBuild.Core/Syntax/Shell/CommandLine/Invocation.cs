using System.Collections.Immutable;
using HardenBuild.Text;

namespace HardenBuild.Syntax.Shell.CommandLine;

/// <summary>A program and its arguments, without the assignments and wrappers before it; the same for shell form and exec form.</summary>
internal sealed class Invocation
{
    private readonly ImmutableArray<CommandWord> _command;
    private OptionReading? _reading;

    private Invocation(InvocationPrefix prefix, SimpleCommand? syntax)
    {
        _command = prefix.Command;
        Wrappers = prefix.Wrappers;
        Environment = prefix.Environment;
        Syntax = syntax;
        Words = _command.RemoveAt(0);
        Name = NameWord.Value is { } program ? ProgramName.Of(program) : null;
    }

    /// <summary>The program's name without its folder and <c>.exe</c>; null when it has an expansion.</summary>
    public string? Name { get; }

    public CommandWord NameWord => _command[0];

    /// <summary>The arguments, options among them.</summary>
    public ImmutableArray<CommandWord> Words { get; }

    /// <summary>The wrappers removed, outermost first.</summary>
    public ImmutableArray<CommandWrapper> Wrappers { get; }

    /// <summary>Variables set for this program only.</summary>
    public ImmutableArray<EnvironmentAssignment> Environment { get; }

    /// <summary>The command in its script; null in exec form.</summary>
    public SimpleCommand? Syntax { get; }

    /// <summary>From the program to its last argument.</summary>
    public TextSpan Span => TextSpan.FromBounds(NameWord.Span.Start, Math.Max(NameWord.Span.End, _command[_command.Length - 1].Span.End));

    public ImmutableArray<CommandOption> Options => Reading.Options;

    /// <summary>Arguments that are neither options nor their values nor the subcommand.</summary>
    public ImmutableArray<CommandWord> Operands => Reading.Operands;

    /// <summary><c>install</c> of <c>apt-get -y install curl</c>, <c>container run</c> of <c>docker container run</c>; null for programs without subcommands.</summary>
    public string? Subcommand => Reading.Subcommand;

    /// <summary>The last word of the subcommand; null when there is none.</summary>
    public CommandWord? SubcommandWord => Reading.SubcommandWord;

    private OptionReading Reading =>
        _reading ??= OptionReader.Read(Name is null ? CommandOptions.Unknown : CommandOptionTable.ForProgram(Name), Words);

    /// <summary>The program a simple command runs; null when it only assigns or redirects.</summary>
    public static Invocation? From(SimpleCommand command)
    {
        if (command.Words.IsEmpty)
            return null;
        var words = ImmutableArray.CreateBuilder<CommandWord>(command.Words.Length);
        foreach (var word in command.Words)
            words.Add(CommandWord.From(word));
        return new Invocation(InvocationPrefix.Remove(words.MoveToImmutable(), command.Assignments), command);
    }

    /// <summary>The program an exec-form array runs; null when the array is empty.</summary>
    /// <param name="words">Each element's value and its token, with or without the quotes.</param>
    public static Invocation? FromWords(IReadOnlyList<(string Value, TextSpan Span)> words)
    {
        if (words.Count == 0)
            return null;
        var command = ImmutableArray.CreateBuilder<CommandWord>(words.Count);
        foreach (var (value, span) in words)
            command.Add(CommandWord.From(value, span));
        return new Invocation(InvocationPrefix.Remove(command.MoveToImmutable(), []), syntax: null);
    }

    /// <summary>The program that some words run; null when there are none.</summary>
    public static Invocation? FromCommandWords(ImmutableArray<CommandWord> words) => words.IsEmpty ? null : new Invocation(InvocationPrefix.Remove(words, []), syntax: null);

    public bool Is(string name) => Name == name;

    public bool HasShortFlag(char letter) => FindOption("-" + letter) is not null;

    /// <param name="name">Without dashes.</param>
    public bool HasLongOption(string name) => FindOption("--" + name) is not null;

    /// <summary>The first option with one of the names, given with their dashes.</summary>
    public CommandOption? FindOption(params string[] names)
    {
        foreach (var option in Options)
        {
            if (Array.IndexOf(names, option.Name) >= 0)
                return option;
        }

        return null;
    }

    /// <summary>Every option with one of the names, in order.</summary>
    public IEnumerable<CommandOption> FindOptions(params string[] names) => Options.Where(option => Array.IndexOf(names, option.Name) >= 0);

    /// <summary>The literal value of the first option with one of the names; null when absent, without a value or not literal.</summary>
    public string? OptionValue(params string[] names) => FindOption(names)?.Value;

    public override string ToString() => string.Join(" ", _command);
}
