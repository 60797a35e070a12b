namespace HardenBuild.Tool.Setup;

/// <summary>One thing that setting up a repository asks for.</summary>
/// <param name="Kind">What is done.</param>
/// <param name="Path">The file, relative to the repository root, with forward slashes.</param>
/// <param name="Text">What is written, or what to add by hand; empty where nothing is to do.</param>
/// <param name="Note">Why, or what to do next; one line.</param>
internal sealed record SetupStep(SetupStepKind Kind, string Path, string Text, string Note);
