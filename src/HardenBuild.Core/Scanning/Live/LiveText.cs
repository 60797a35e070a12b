namespace HardenBuild.Scanning.Live;

/// <summary>A file as the editor has it.</summary>
/// <param name="Path">Absolute.</param>
public readonly record struct LiveText(string Path, string Text);
