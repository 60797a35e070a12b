using HardenBuild.Text;

namespace HardenBuild.Model.Docker.Containers;

/// <summary>One setting of a connection string.</summary>
/// <param name="Text">As written.</param>
/// <param name="Key">In small letters, without blanks.</param>
/// <param name="Value">In small letters.</param>
/// <param name="Location">The setting as a whole, <c>Encrypt=False</c>; the whole value where that cannot be told.</param>
internal readonly record struct ConnectionSetting(string Text, string Key, string Value, SourceLocation Location);
