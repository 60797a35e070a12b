using HardenBuild.Text;

namespace HardenBuild.Scanning;

/// <summary>A configuration file that has been read.</summary>
/// <param name="Folder">Absolute path of the folder it lies in.</param>
internal sealed record ConfigurationText(string Folder, SourceText Text);
