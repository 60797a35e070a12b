namespace HardenBuild.Scanning;

/// <summary>Compose files of one folder, from text to findings.</summary>
internal static class ComposeAnalysis
{
    public static IReadOnlyList<FileFindings> Run(List<InputText> files, RuleSelection rules) => [.. files.Select(static file => YamlAnalysis.Read(file.Source).Findings)];
}
