using HardenBuild.Model.DotNet;

namespace HardenBuild.Scanning.Discovery;

/// <summary>Decides a file's format: by its place in a chart, then by its name, then by its text.</summary>
internal static class FileClassifier
{
    /// <summary>The bytes that decide a file's format, as UTF-8 without a byte-order mark; asked for only where the name does not decide.</summary>
    internal delegate ReadOnlySpan<byte> Sampler(string fullPath);

    /// <summary>The format of a file met on a walk; null when it is nothing to scan.</summary>
    /// <param name="path">From the repository root, with forward slashes.</param>
    /// <param name="sample">Reads the file where its name does not decide.</param>
    public static InputFormat? Classify(string fullPath, string path, string name, NameHint hint, ChartPlace place, Sampler sample)
    {
        if (ChartPlaces.Classify(place, name) is { } format)
            return format;
        if (place == ChartPlace.Templates)
            return null;

        return hint switch
        {
            NameHint.Dockerfile => InputFormat.Dockerfile,
            NameHint.Compose => InputFormat.Compose,
            NameHint.Project when ProjectPaths.IsProject(name) => InputFormat.Project,
            NameHint.ProjectSettings => InputFormat.Project,
            NameHint.PerhapsDockerfile when DockerfileSniffer.IsDockerfile(sample(fullPath)) => InputFormat.Dockerfile,
            NameHint.PerhapsCompose or NameHint.Yaml => ClassifyYaml(path, sample(fullPath), hint == NameHint.PerhapsCompose),
            NameHint.ShellScript when CarrierSniffer.IsAboutContainers(sample(fullPath)) => InputFormat.ShellScript,
            NameHint.Makefile when CarrierSniffer.IsAboutContainers(sample(fullPath)) => InputFormat.Makefile,
            NameHint.Unit when CarrierSniffer.IsUnitAboutContainers(sample(fullPath)) => InputFormat.Unit,
            NameHint.LaunchSettings when CarrierSniffer.HasRunArguments(sample(fullPath)) => InputFormat.LaunchSettings,
            NameHint.DevContainer => InputFormat.DevContainer,
            NameHint.Bake => InputFormat.Bake,
            NameHint.Json when IsKubernetesJson(sample(fullPath)) => InputFormat.Kubernetes,
            NameHint.DaemonConfiguration when IsInDockerFolder(fullPath) || JsonSniffer.IsDaemonConfiguration(sample(fullPath)) =>
                InputFormat.DaemonConfiguration,
            _ => null,
        };
    }

    /// <summary>The format of a file that the user named: what a walk would say, else what the text looks like.</summary>
    /// <param name="path">From the repository root, with forward slashes.</param>
    public static InputFormat? ClassifyNamed(string fullPath, string path, string name, ChartPlace place)
    {
        var hint = InputNames.Classify(name);
        if (Classify(fullPath, path, name, hint, place, ContentSample.Read) is { } format)
            return format;
        if (hint is NameHint.ShellScript)
            return InputFormat.ShellScript;
        if (hint is NameHint.Makefile)
            return InputFormat.Makefile;
        var text = ContentSample.Read(fullPath);
        if (ClassifyYaml(path, text, mayBeCompose: true) is { } yaml)
            return yaml;
        if (IsKubernetesJson(text))
            return InputFormat.Kubernetes;
        if (JsonSniffer.IsDaemonConfiguration(text))
            return InputFormat.DaemonConfiguration;
        return DockerfileSniffer.IsDockerfile(text) ? InputFormat.Dockerfile : null;
    }

    private static InputFormat? ClassifyYaml(string path, ReadOnlySpan<byte> text, bool mayBeCompose)
    {
        if (CarrierSniffer.IsPipeline(path, text))
            return InputFormat.Pipeline;
        if (text.TrimStart(" \t\r\n"u8) is [(byte)'{', ..])
            return IsKubernetesJson(text) ? InputFormat.Kubernetes : null;
        if (!mayBeCompose && text.IndexOf("apiVersion"u8) < 0)
            return null;
        var sniffer = YamlSniffer.Scan(text);
        if (sniffer.IsTemplate)
            return null;
        if (sniffer.HasKubernetesObject)
            return InputFormat.Kubernetes;
        return mayBeCompose && sniffer.HasComposeServices ? InputFormat.Compose : null;
    }

    private static bool IsKubernetesJson(ReadOnlySpan<byte> text) =>
        text.IndexOf("apiVersion"u8) >= 0 && JsonSniffer.IsKubernetesObject(text);

    private static bool IsInDockerFolder(string fullPath) =>
        string.Equals(Path.GetFileName(Path.GetDirectoryName(fullPath)), "docker", StringComparison.OrdinalIgnoreCase);
}
