namespace HardenBuild.Rendering.Helm.BuiltIns;

/// <summary>A step of a glob.</summary>
/// <param name="Text">The character, or the members of the set; with a range its two ends.</param>
internal sealed record FileGlobStep(FileGlobStepKind Kind, string Text = "")
{
    public bool IsNegated { get; init; }

    public bool IsRange { get; init; }

    public List<int> Targets { get; init; } = [];

    public bool Takes(char c) => Kind switch
    {
        FileGlobStepKind.Character => c == Text[0],
        FileGlobStepKind.AnyCharacter or FileGlobStepKind.Name => c != '/',
        FileGlobStepKind.Path => true,
        FileGlobStepKind.Set => (IsRange ? c >= Text[0] && c <= Text[1] : Text.Contains(c)) != IsNegated,
        _ => false,
    };
}
