using System.Collections.Immutable;
using HardenBuild.Text;

namespace HardenBuild.Syntax.Dockerfile;

/// <summary>Reads the flags before an instruction's arguments.</summary>
internal sealed class FlagReader(char escape, ErrorList errors)
{
    /// <param name="text">What follows the keyword.</param>
    /// <param name="arguments">What follows the flags.</param>
    public ImmutableArray<DockerfileFlag> Read(InstructionKind kind, LogicalText text, out LogicalText arguments)
    {
        var characters = text.Characters;
        var position = DockerfileCharacters.SkipBlanks(characters, 0);
        if (!IsFlagAt(characters, position))
        {
            arguments = DockerfileCharacters.Trim(text.Slice(position));
            return [];
        }

        var flags = ImmutableArray.CreateBuilder<DockerfileFlag>();
        while (IsFlagAt(characters, position))
        {
            var end = EndOfFlag(characters, position);
            var isSeparator = end - position == 2;
            if (!isSeparator)
                flags.Add(ReadFlag(kind, text.Slice(position, end - position), flags));
            position = DockerfileCharacters.SkipBlanks(characters, end);
            if (isSeparator)
                break;
        }

        arguments = DockerfileCharacters.Trim(text.Slice(position));
        return flags.ToImmutable();
    }

    private static bool IsFlagAt(ReadOnlySpan<char> text, int position) =>
        position + 1 < text.Length && text[position] == '-' && text[position + 1] == '-';

    /// <summary>Quotes and backslashes hide blanks, whatever the file's escape character is.</summary>
    private static int EndOfFlag(ReadOnlySpan<char> text, int start)
    {
        var quote = '\0';
        for (var i = start; i < text.Length; i++)
        {
            var c = text[i];
            if (c == '\\')
                i++;
            else if (quote != '\0')
                quote = c == quote ? '\0' : quote;
            else if (c is '\'' or '"')
                quote = c;
            else if (char.IsWhiteSpace(c))
                return i;
        }

        return text.Length;
    }

    private DockerfileFlag ReadFlag(InstructionKind kind, LogicalText raw, ImmutableArray<DockerfileFlag>.Builder earlier)
    {
        var text = RemoveQuotes(raw);
        var equals = text.Characters.IndexOf('=');
        var name = equals < 0 ? text : text.Slice(0, equals);
        var type = InstructionFlags.TypeOf(kind, name.Slice(2).Text);
        var value = equals < 0 ? null : DockerfileWord.Plain(text.Slice(equals + 1), escape);
        var flag = new DockerfileFlag
        {
            Span = raw.Span,
            Name = name.Slice(2).Text,
            NameSpan = name.Span,
            Value = value,
            IsKnown = type != FlagType.Unknown,
            Mount = kind == InstructionKind.Run && value is not null && name.Length == 7 && name.Slice(2).Text == "mount"
                ? MountReader.Read(value.Text, escape, errors)
                : null,
        };
        Check(flag, type, earlier);
        return flag;
    }

    private void Check(DockerfileFlag flag, FlagType type, ImmutableArray<DockerfileFlag>.Builder earlier)
    {
        if (type == FlagType.Unknown)
            return;
        if (type is FlagType.Text or FlagType.Truth && IsRepeated(flag, earlier))
            errors.Add(flag.Span, $"Flag '--{flag.Name}' can be used only once; remove this one");
        if (type == FlagType.Truth)
            CheckTruth(flag);
        else if (flag.Value is null)
            errors.Add(flag.Span, $"Flag '--{flag.Name}' has no value; write '--{flag.Name}=value'");
    }

    private void CheckTruth(DockerfileFlag flag)
    {
        if (flag.Value is null)
            return;
        var value = flag.Value.Text.Text;
        if (value.Length == 0)
            errors.Add(flag.Span, $"Flag '--{flag.Name}' has no value after '='; write '--{flag.Name}'");
        else if (!value.Equals("true", StringComparison.OrdinalIgnoreCase) && !value.Equals("false", StringComparison.OrdinalIgnoreCase))
            errors.Add(flag.Value.Span, $"'{value}' is not a value of flag '--{flag.Name}'; write 'true' or 'false'");
    }

    private static bool IsRepeated(DockerfileFlag flag, ImmutableArray<DockerfileFlag>.Builder earlier)
    {
        // Only the few known names can be repeated at all, so looking at as many flags as there are names is enough.
        for (var i = 0; i < Math.Min(earlier.Count, 16); i++)
        {
            if (earlier[i].Name == flag.Name)
                return true;
        }

        return false;
    }

    private static LogicalText RemoveQuotes(LogicalText raw)
    {
        if (raw.Characters.IndexOfAny('\'', '"', '\\') < 0)
            return raw;
        var builder = new LogicalTextBuilder(raw.MapToSource(0));
        var quote = '\0';
        for (var i = 0; i < raw.Length; i++)
        {
            var c = raw[i];
            if (c == '\\')
            {
                i++;
                if (i < raw.Length)
                    raw.CopyTo(builder, i, 1);
            }
            else if (quote != '\0' && c == quote)
            {
                quote = '\0';
            }
            else if (quote == '\0' && c is '\'' or '"')
            {
                quote = c;
            }
            else
            {
                raw.CopyTo(builder, i, 1);
            }
        }

        return builder.ToLogicalText();
    }
}
