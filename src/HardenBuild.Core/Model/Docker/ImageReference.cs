using HardenBuild.Syntax.Dockerfile;
using HardenBuild.Text;

namespace HardenBuild.Model.Docker;

/// <summary>The name of an image: <c>[registry/]repository[:tag][@digest]</c>.</summary>
/// <remarks>
/// Grammar: distribution reference, https://github.com/distribution/reference. The first component is a registry when a slash follows and it holds a dot,
/// a colon or a capital letter, or is <c>localhost</c>. Parts that come from variables nobody knows hold <see cref="ExpandedWord.Placeholder"/>.
/// </remarks>
internal sealed record ImageReference
{
    private const string DockerHub = "docker.io";

    /// <summary>The whole reference, variables resolved.</summary>
    public required Located<string> Text { get; init; }

    /// <summary>Host and optionally port; null when the reference leaves it to the builder's default.</summary>
    public required Located<string>? Registry { get; init; }

    /// <summary>The path after the registry, without tag and digest.</summary>
    public required Located<string> Repository { get; init; }

    public required Located<string>? Tag { get; init; }

    /// <summary>Algorithm and hexadecimal value: <c>sha256:...</c>.</summary>
    public required Located<string>? Digest { get; init; }

    /// <summary>Whether some part could not be resolved from the file.</summary>
    public bool HasUnknownVariables => IsUnknown(Text.Value);

    /// <summary>Whether <see cref="Tag"/> says it all: no unknown variable is in it or could bring one in.</summary>
    public bool IsTagKnown => Tag is { } tag ? !IsUnknown(tag.Value) : !EndsUnknown(Repository.Value);

    /// <summary>Registry and repository with the defaults filled in: <c>alpine</c> is <c>docker.io/library/alpine</c>.</summary>
    public string CanonicalRepository
    {
        get
        {
            var registry = Registry?.Value ?? DockerHub;
            if (registry is "index.docker.io" or "registry-1.docker.io" or "registry.hub.docker.com")
                registry = DockerHub;
            var isOfficial = registry == DockerHub && Repository.Value.IndexOf('/') < 0;
            return isOfficial ? $"{registry}/library/{Repository.Value}" : $"{registry}/{Repository.Value}";
        }
    }

    /// <summary>Reads a reference. Every text has a reading; validity is not checked.</summary>
    /// <param name="text">Without quotes, variables resolved where they can be.</param>
    public static ImageReference Parse(SourceText source, LogicalText text)
    {
        var value = text.Text;
        var at = value.IndexOf('@');
        var nameEnd = at < 0 ? value.Length : at;
        var slash = nameEnd == 0 ? -1 : value.LastIndexOf('/', nameEnd - 1);
        var colon = nameEnd == 0 ? -1 : value.LastIndexOf(':', nameEnd - 1);
        var hasTag = colon > slash;
        var repositoryStart = RegistryEnd(value, nameEnd) is var registryEnd and > 0 ? registryEnd + 1 : 0;
        var repositoryEnd = hasTag ? colon : nameEnd;
        return new ImageReference
        {
            Text = Part(0, value.Length),
            Registry = repositoryStart > 0 ? Part(0, repositoryStart - 1) : null,
            Repository = Part(Math.Min(repositoryStart, repositoryEnd), repositoryEnd),
            Tag = hasTag ? Part(colon + 1, nameEnd) : null,
            Digest = at >= 0 ? Part(at + 1, value.Length) : null,
        };

        Located<string> Part(int start, int end) =>
            new(value.Substring(start, end - start), source.At(text.MapToSource(TextSpan.FromBounds(start, end))));
    }

    public override string ToString() => Text.Value;

    /// <summary>Offset of the slash after the registry, or -1.</summary>
    private static int RegistryEnd(string value, int nameEnd)
    {
        var slash = value.IndexOf('/');
        if (slash <= 0 || slash >= nameEnd)
            return -1;
        var isRegistry = string.CompareOrdinal(value, 0, "localhost", 0, Math.Max(slash, 9)) == 0;
        for (var i = 0; i < slash && !isRegistry; i++)
            isRegistry = value[i] is '.' or ':' || value[i] == ExpandedWord.Placeholder[0] || char.IsUpper(value[i]);
        return isRegistry ? slash : -1;
    }

    private static bool IsUnknown(string value) => value.Contains(ExpandedWord.Placeholder[0]);

    private static bool EndsUnknown(string value) => value.IndexOf(ExpandedWord.Placeholder[0], value.LastIndexOf('/') + 1) >= 0;
}
