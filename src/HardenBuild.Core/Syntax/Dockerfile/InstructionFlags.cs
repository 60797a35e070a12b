namespace HardenBuild.Syntax.Dockerfile;

/// <summary>Which flags the builder knows on which instruction.</summary>
/// <remarks>Dockerfile reference, sections of the instructions; BuildKit's frontend refuses all others.</remarks>
internal static class InstructionFlags
{
    public static FlagType TypeOf(InstructionKind kind, string name) => kind switch
    {
        InstructionKind.From => name is "platform" ? FlagType.Text : FlagType.Unknown,
        InstructionKind.Run => name switch
        {
            "mount" or "device" => FlagType.TextList,
            "network" or "security" => FlagType.Text,
            _ => FlagType.Unknown,
        },
        InstructionKind.Copy => name switch
        {
            "from" or "chown" or "chmod" => FlagType.Text,
            "link" or "parents" => FlagType.Truth,
            "exclude" => FlagType.TextList,
            _ => FlagType.Unknown,
        },
        InstructionKind.Add => name switch
        {
            "chown" or "chmod" or "checksum" => FlagType.Text,
            "link" or "keep-git-dir" or "unpack" => FlagType.Truth,
            "exclude" => FlagType.TextList,
            _ => FlagType.Unknown,
        },
        InstructionKind.Healthcheck => name is "interval" or "timeout" or "start-period" or "start-interval" or "retries"
            ? FlagType.Text
            : FlagType.Unknown,
        _ => FlagType.Unknown,
    };
}
