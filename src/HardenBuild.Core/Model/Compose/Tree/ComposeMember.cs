using HardenBuild.Text;

namespace HardenBuild.Model.Compose.Tree;

/// <summary>A key and its value.</summary>
/// <param name="Key">Where the first file writes it that has it.</param>
internal readonly record struct ComposeMember(Located<string> Key, ComposeNode Value);
