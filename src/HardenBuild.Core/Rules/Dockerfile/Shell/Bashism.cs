using HardenBuild.Text;

namespace HardenBuild.Rules.Dockerfile.Shell;

/// <summary>A construct of bash that a plain shell does not know.</summary>
/// <param name="Text">The construct as people name it.</param>
/// <param name="Instead">What says the same in POSIX; empty when nothing short does.</param>
internal readonly record struct Bashism(TextSpan Span, string Text, string Instead = "");
