namespace HardenBuild.Tool.Setup;

/// <summary>What somebody wants set up.</summary>
/// <param name="UseTool">The command as a local tool instead of the package in each build.</param>
/// <param name="Ci">Null means the one that the repository shows signs of, else GitHub.</param>
/// <param name="AddHook">A hook that scans before each commit.</param>
internal sealed record SetupChoices(bool UseTool, ContinuousIntegration? Ci, bool AddHook);
