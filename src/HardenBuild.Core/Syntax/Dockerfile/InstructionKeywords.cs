namespace HardenBuild.Syntax.Dockerfile;

/// <summary>Keywords as text. Case does not matter to the builder.</summary>
internal static class InstructionKeywords
{
    /// <summary>In the order of <see cref="InstructionKind"/>.</summary>
    private static readonly string[] Names =
    [
        "", "ADD", "ARG", "CMD", "COPY", "ENTRYPOINT", "ENV", "EXPOSE", "FROM", "HEALTHCHECK", "LABEL", "MAINTAINER",
        "ONBUILD", "RUN", "SHELL", "STOPSIGNAL", "USER", "VOLUME", "WORKDIR",
    ];

    public static string NameOf(InstructionKind kind) => Names[(int)kind];

    public static InstructionKind Parse(ReadOnlySpan<char> keyword)
    {
        for (var i = 1; i < Names.Length; i++)
        {
            if (keyword.Equals(Names[i].AsSpan(), StringComparison.OrdinalIgnoreCase))
                return (InstructionKind)i;
        }

        return InstructionKind.Unknown;
    }
}
