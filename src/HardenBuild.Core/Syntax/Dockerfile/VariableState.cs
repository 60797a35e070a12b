namespace HardenBuild.Syntax.Dockerfile;

/// <summary>How much is known about a variable.</summary>
internal enum VariableState
{
    Unset,
    Set,
    Unknown,
}
