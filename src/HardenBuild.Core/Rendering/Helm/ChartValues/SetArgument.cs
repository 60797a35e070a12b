using HardenBuild.Text;

namespace HardenBuild.Rendering.Helm.ChartValues;

/// <summary>An argument of the command line that sets values.</summary>
/// <param name="Text">What stands after the option: <c>image.tag=1.2,replicas=3</c>.</param>
internal sealed record SetArgument(SetArgumentKind Kind, string Text)
{
    /// <summary>As the user writes it.</summary>
    public string Option => Kind switch
    {
        SetArgumentKind.Json => "--set-json",
        SetArgumentKind.Text => "--set-string",
        SetArgumentKind.File => "--set-file",
        SetArgumentKind.Literal => "--set-literal",
        _ => "--set",
    };

    /// <summary>Gives the content of a file by the path that the user wrote, null where it cannot be read; needed for <see cref="SetArgumentKind.File"/> only.</summary>
    public Func<string, string?>? ReadFile { get; init; }

    /// <summary>The argument as a text that values can point into; its path is the option.</summary>
    public SourceText ToSource() => SourceText.From(Option, Text);
}
