namespace HardenBuild.Tool;

/// <summary>What a command's exit code says.</summary>
internal static class ExitCode
{
    /// <summary>Nothing at or above the threshold.</summary>
    public const int Success = 0;

    public const int Findings = 1;

    /// <summary>Bad arguments or configuration, or a named path that cannot be read.</summary>
    public const int Failure = 2;

    /// <summary>SIGINT or SIGTERM: 128 and the number of SIGINT, as shells count.</summary>
    public const int Interrupted = 130;
}
