namespace HardenBuild.Scanning.Discovery;

/// <summary>Finds the configuration files of the folders above a scanned one, beyond the repository root.</summary>
internal static class ConfigurationAbove
{
    private static readonly string[] s_peerConfigurations = [".hadolint.yaml", ".hadolint.yml", ".trivyignore", ".trivyignore.yaml"];

    /// <summary>Adds the files of a folder and of all folders above it; those of other tools only up to the root, above which nobody starts them.</summary>
    public static void Collect(string folder, string root, InputCollector collector)
    {
        var isOpen = true;
        for (var current = folder; current is not null; current = Path.GetDirectoryName(current))
        {
            var editorConfig = Path.Combine(current, ".editorconfig");
            if (isOpen && File.Exists(editorConfig))
            {
                collector.AddConfiguration(editorConfig, NameHint.EditorConfig);
                isOpen = !IsRoot(SmallFile.Read(editorConfig));
            }

            var globalConfig = Path.Combine(current, ".globalconfig");
            if (File.Exists(globalConfig))
                collector.AddConfiguration(globalConfig, NameHint.GlobalConfig);

            if (RelativePath.Below(root, current) is not null)
                CollectPeers(current, collector);
        }
    }

    private static void CollectPeers(string folder, InputCollector collector)
    {
        foreach (var name in s_peerConfigurations)
        {
            var path = Path.Combine(folder, name);
            if (File.Exists(path))
                collector.AddConfiguration(path, NameHint.PeerConfiguration);
        }
    }

    /// <summary>Whether the text says <c>root = true</c> before its first section.</summary>
    /// <remarks>EditorConfig specification 0.17, "File Processing": <c>root</c> counts in the preamble only, in any case.</remarks>
    public static bool IsRoot(string content)
    {
        foreach (var line in content.Split('\n'))
        {
            var text = line.Trim().TrimStart('\uFEFF');
            if (text.Length > 0 && text[0] == '[')
                return false;
            var equals = text.IndexOf('=');
            if (equals > 0 && text.Substring(0, equals).TrimEnd().Equals("root", StringComparison.OrdinalIgnoreCase))
                return text.Substring(equals + 1).Trim().Equals("true", StringComparison.OrdinalIgnoreCase);
        }

        return false;
    }
}
