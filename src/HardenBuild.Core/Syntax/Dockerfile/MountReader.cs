using System.Collections.Immutable;
using HardenBuild.Text;

namespace HardenBuild.Syntax.Dockerfile;

/// <summary>Reads the value of <c>RUN --mount</c>: comma-separated fields, double quotes around a field allowed.</summary>
/// <remarks>Dockerfile reference, section RUN --mount; BuildKit reads the fields as one CSV record.</remarks>
internal static class MountReader
{
    public static RunMount Read(LogicalText text, char escape, ErrorList errors)
    {
        var options = ImmutableArray.CreateBuilder<MountOption>();
        var position = 0;
        while (position <= text.Length)
        {
            var field = ReadField(text, ref position, errors);
            if (field.Length > 0)
                options.Add(ToOption(field, escape));
        }

        var mount = new RunMount(options.ToImmutable());
        foreach (var option in mount.Options)
            Check(option, mount.Type, errors);
        return mount;
    }

    /// <summary>Reads up to the next comma and steps over it.</summary>
    private static LogicalText ReadField(LogicalText text, ref int position, ErrorList errors)
    {
        if (position < text.Length && text[position] == '"')
            return ReadQuotedField(text, ref position, errors);
        var comma = text.Characters.Slice(position).IndexOf(',');
        var field = text.Slice(position, comma < 0 ? text.Length - position : comma);
        position += field.Length + 1;
        return field;
    }

    private static LogicalText ReadQuotedField(LogicalText text, ref int position, ErrorList errors)
    {
        var start = position++;
        var builder = new LogicalTextBuilder(text.MapToSource(start));
        while (position < text.Length)
        {
            var isQuote = text[position] == '"';
            var isDoubled = isQuote && position + 1 < text.Length && text[position + 1] == '"';
            if (isQuote && !isDoubled)
                break;
            text.CopyTo(builder, position, 1);
            position += isDoubled ? 2 : 1;
        }

        if (position >= text.Length)
            errors.Add(text.MapToSource(new TextSpan(start, 1)), "The quoted field of '--mount' does not end; add '\"'");
        position++;
        if (position < text.Length && text[position] != ',')
        {
            errors.Add(text.MapToSource(new TextSpan(position, 1)), "A quoted field of '--mount' must be followed by ','");
            var comma = text.Characters.Slice(position).IndexOf(',');
            position = comma < 0 ? text.Length : position + comma;
        }

        position++;
        return builder.ToLogicalText();
    }

    private static MountOption ToOption(LogicalText field, char escape)
    {
        var equals = field.Characters.IndexOf('=');
        var key = equals < 0 ? field : field.Slice(0, equals);
        var value = equals < 0 ? null : DockerfileWord.Plain(field.Slice(equals + 1), escape);
        return new MountOption(key.Text.ToLowerInvariant(), key.Span, value);
    }

    private static void Check(MountOption option, string type, ErrorList errors)
    {
        var value = option.Value?.Text.Text;
        switch (option.Key)
        {
            case "readonly" or "ro" or "readwrite" or "rw" or "required":
                break;
            case "type" or "from" or "source" or "src" or "target" or "dst" or "destination" or "size" or "id" or "sharing" or "mode" or "uid" or "gid" or "env"
                when value is null:
                errors.Add(option.Span, $"'{option.Key}' of '--mount' has no value; write '{option.Key}=value'");
                break;
            case "type" when !IsVariable(value) && type is not ("bind" or "cache" or "tmpfs" or "secret" or "ssh"):
                errors.Add(option.Value!.Span, $"'{value}' is not a mount type; use bind, cache, tmpfs, secret or ssh");
                break;
            case "from" when IsVariable(value):
                errors.Add(option.Value!.Span, $"'{value}': variables are not expanded in 'from' of '--mount'; name a stage that begins with FROM {value}");
                break;
            case "sharing" when !IsVariable(value) && value!.ToLowerInvariant() is not ("shared" or "private" or "locked"):
                errors.Add(option.Value!.Span, $"'{value}' is not a sharing mode; use shared, private or locked");
                break;
            case "type" or "from" or "source" or "src" or "target" or "dst" or "destination" or "size" or "id" or "sharing" or "mode" or "uid" or "gid" or "env":
                break;
            default:
                errors.Add(option.KeySpan, $"'{option.Key}' is not a field of '--mount'");
                break;
        }
    }

    private static bool IsVariable(string? value)
    {
        var dollar = value!.IndexOf('$');
        return dollar >= 0 && dollar + 1 < value.Length;
    }
}
