using System.Collections.Immutable;

namespace HardenBuild.Syntax.Shell.CommandLine;

/// <summary>Reads a command's arguments the way getopt does, with what is known of the program. POSIX.1-2024, Utility Conventions, section 12.2.</summary>
internal sealed class OptionReader
{
    // No one writes more letters behind one dash; a longer word is data.
    private const int MaxCluster = 64;

    private readonly ImmutableArray<CommandWord> _words;
    private readonly ImmutableArray<CommandOption>.Builder _options = ImmutableArray.CreateBuilder<CommandOption>();
    private readonly ImmutableArray<CommandWord>.Builder _operands = ImmutableArray.CreateBuilder<CommandWord>();
    private CommandOptions _known;
    private string? _subcommand;
    private CommandWord? _subcommandWord;
    private int _next;
    private int _firstOperand;

    private OptionReader(CommandOptions known, ImmutableArray<CommandWord> words)
    {
        _known = known;
        _words = words;
        _firstOperand = words.Length;
    }

    public static OptionReading Read(CommandOptions known, ImmutableArray<CommandWord> words)
    {
        var reader = new OptionReader(known, words);
        reader.ReadAll();
        return new OptionReading(reader._options.ToImmutable(), reader._operands.ToImmutable(), reader._subcommand, reader._subcommandWord, reader._firstOperand);
    }

    private void ReadAll()
    {
        var hasEnded = false;
        while (_next < _words.Length)
        {
            var word = _words[_next++];
            if (!hasEnded && word.Value == "--")
                hasEnded = true;
            else if (hasEnded || !TryReadOption(word))
                hasEnded |= AddOperand(word);
        }
    }

    /// <summary>True when no option can follow.</summary>
    private bool AddOperand(CommandWord word)
    {
        if (_known.HasSubcommands)
        {
            _known = word.Value is { } name ? CommandOptionTable.ForSubcommand(_known, name) : _known with { HasSubcommands = false };
            if (word.Value is not null)
            {
                _subcommandWord = word;
                _subcommand = _subcommand is null ? word.Value : $"{_subcommand} {word.Value}";
                return false;
            }
        }

        if (_operands.Count == 0)
            _firstOperand = _next - 1;
        _operands.Add(word);
        return _known.OperandsBeforeEnd > 0 && _operands.Count >= _known.OperandsBeforeEnd;
    }

    private bool TryReadOption(CommandWord word)
    {
        var text = word.Prefix;
        if (text.Length >= 3 && text[0] == '-' && text[1] == '-')
            return TryReadName(word, dashes: 2, "=");
        if (_known.HasNoClusters && text.Length >= 2)
        {
            if (text[0] == '-')
                return TryReadName(word, dashes: 1, ":=");
            // Windows spelling: `/p:Name=value`; without a colon it is a path.
            return text[0] == '/' && text.IndexOf(':') is > 1 and < 40 && text.IndexOf('/', 1) is var slash
                && (slash < 0 || slash > text.IndexOf(':')) && TryReadName(word, dashes: 1, ":=");
        }

        if (text.Length >= 2 && text[0] == '-')
            return TryReadCluster(word, start: 1);
        return _known.TakesBareCluster && _next == 1 && word.Value is { Length: > 0 and <= MaxCluster } && TryReadBareCluster(word);
    }

    private bool TryReadName(CommandWord word, int dashes, string separators)
    {
        var text = word.Prefix;
        var end = text.IndexOfAny(separators.ToCharArray());
        if (end < 0 && word.Value is null)
            return false;
        var name = end < 0 ? text.Substring(dashes) : text.Substring(dashes, end - dashes);
        var option = new CommandOption((dashes == 2 ? "--" : "-") + name, word, Offset: 0);
        if (end >= 0)
            option = WithAttachedValue(option, end + 1);
        else if (_known.TakesValue(name) || (_known.TakesBooleanWords && _next < _words.Length && _words[_next].Value is "true" or "false"))
            option = WithNextWord(option);
        _options.Add(option);
        return true;
    }

    private bool TryReadCluster(CommandWord word, int start)
    {
        var text = word.Prefix;
        var takesRest = false;
        for (var i = start; i < text.Length && !takesRest; i++)
        {
            if (i > MaxCluster)
                break;
            if (text[i] == '=' && i > start)
            {
                _options[_options.Count - 1] = WithAttachedValue(_options[_options.Count - 1], i + 1);
                break;
            }

            var letters = text[i] == _known.TwoLetterPrefix && i + 1 < text.Length ? 2 : 1;
            var option = new CommandOption($"-{text.Substring(i, letters)}", word, i);
            takesRest = letters == 1 && _known.TakesValue(text[i]);
            if (takesRest)
                option = i + 1 < text.Length || word.Value is null ? WithAttachedValue(option, i + 1) : WithNextWord(option);
            _options.Add(option);
            i += letters - 1;
        }

        return true;
    }

    /// <summary>tar's old form: every letter that needs a value takes the next word, in order.</summary>
    private bool TryReadBareCluster(CommandWord word)
    {
        foreach (var letter in word.Prefix)
        {
            if (letter is not ((>= 'a' and <= 'z') or (>= 'A' and <= 'Z')))
                return false;
        }

        for (var i = 0; i < word.Prefix.Length; i++)
        {
            var option = new CommandOption("-" + word.Prefix[i], word, i);
            _options.Add(_known.TakesValue(word.Prefix[i]) ? WithNextWord(option) : option);
        }

        return true;
    }

    private static CommandOption WithAttachedValue(CommandOption option, int start) => option with
    {
        HasValue = true,
        Value = option.Word.Value?.Substring(start),
        ValuePrefix = option.Word.Prefix.Substring(start),
        ValueSpan = option.Word.SpanFrom(start),
    };

    private CommandOption WithNextWord(CommandOption option)
    {
        if (_next >= _words.Length)
            return option;
        var value = _words[_next++];
        return option with { HasValue = true, Value = value.Value, ValuePrefix = value.Prefix, ValueSpan = value.Span, ValueWord = value };
    }
}
