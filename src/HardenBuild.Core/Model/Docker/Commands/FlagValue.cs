using HardenBuild.Syntax.Shell.CommandLine;
using HardenBuild.Text;

namespace HardenBuild.Model.Docker.Commands;

/// <summary>The value of one flag, whose parts can be located even where its end is not known.</summary>
/// <param name="Known">The value as far as it is literal.</param>
/// <param name="IsWhole">Whether <paramref name="Known"/> is all of it: no variable follows.</param>
internal readonly record struct FlagValue(CommandOption Option, SourceText Source, string Known, bool IsWhole)
{
    public static FlagValue Of(CommandOption option, SourceText source) => new(option, source, option.ValuePrefix, option.Value is not null);

    /// <summary>The whole value; null when it is not known.</summary>
    public Located<string>? Text => IsWhole ? new Located<string>(Known, Source.At(Option.ValueSpan)) : null;

    /// <summary>A part, as far as it is known to end where a separator follows or the value ends.</summary>
    public Located<string>? Part(int start, int end) =>
        end < Known.Length || IsWhole ? new Located<string>(Known.Substring(start, end - start), Source.At(Option.SpanInValue(start, end - start))) : null;
}
