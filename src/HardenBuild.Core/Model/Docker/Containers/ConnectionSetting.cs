using HardenBuild.Text;

namespace HardenBuild.Model.Docker.Containers;

/// <summary>One setting of a connection string.</summary>
/// <param name="Key">In small letters, without blanks.</param>
/// <param name="Value">In small letters.</param>
/// <param name="Location">The setting as a whole, <c>Encrypt=False</c>.</param>
internal readonly record struct ConnectionSetting(string Key, string Value, SourceLocation Location);
