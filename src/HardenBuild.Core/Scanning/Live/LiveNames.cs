using HardenBuild.Configuration.Baselines;
using HardenBuild.Scanning.Discovery;

namespace HardenBuild.Scanning.Live;

/// <summary>Sorts files by what a live scan needs them for, by their names alone.</summary>
public static class LiveNames
{
    internal const string GitIgnore = ".gitignore";

    /// <summary>Whether a file may be an input; its text may still decide otherwise.</summary>
    public static bool MayBeInput(string path) => InputNames.Classify(Path.GetFileName(path)) is not
        (NameHint.None or NameHint.Project or NameHint.ProjectSettings or NameHint.EnvironmentFile or NameHint.EditorConfig or NameHint.GlobalConfig or NameHint.PeerConfiguration);

    /// <summary>Whether a file decides about others: configuration, ignore files, the variables of Compose files, the mark of a chart.</summary>
    /// <remarks>A baseline may have any name: see <see cref="LiveOptions.Baseline"/>.</remarks>
    public static bool DecidesAboutOthers(string path)
    {
        var name = Path.GetFileName(path);
        return name is GitIgnore or ChartPlaces.FileName or Baseline.FileName
            || InputNames.Classify(name) is NameHint.EditorConfig or NameHint.GlobalConfig or NameHint.PeerConfiguration or NameHint.EnvironmentFile;
    }
}
