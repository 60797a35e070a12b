namespace HardenBuild.Scanning.Caching;

/// <summary>What a rule was told when it asked about a path.</summary>
/// <param name="Path">Relative to the repository root, with forward slashes.</param>
/// <param name="Answer">The answer, or a hash that stands for it; null when there was none: the folder is missing, the file cannot be read.</param>
internal readonly record struct FileAnswer(FileQuestion Question, string Path, string? Answer);
