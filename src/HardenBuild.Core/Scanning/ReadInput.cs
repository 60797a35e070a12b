using HardenBuild.Scanning.Discovery;
using HardenBuild.Text;

namespace HardenBuild.Scanning;

/// <summary>A file to scan and what came of reading it: its text, else why there is none.</summary>
/// <param name="Variables">The <c>.env</c> file beside a Compose file; null when there is none.</param>
internal sealed record ReadInput(InputFile File, SourceText? Text, SourceReadFailure? Failure, SourceText? Variables);
