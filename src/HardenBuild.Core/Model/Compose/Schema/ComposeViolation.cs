using HardenBuild.Text;

namespace HardenBuild.Model.Compose.Schema;

/// <summary>A place of a Compose file that is not as the specification wants it.</summary>
/// <param name="IsShape">Whether the key or the type is wrong; else the value is.</param>
/// <param name="Message">One line without a full stop that says what is wrong and what to do.</param>
internal sealed record ComposeViolation(bool IsShape, SourceLocation Location, string Message);
