namespace HardenBuild.Scanning.Discovery;

/// <summary>Tells files apart by their names.</summary>
internal static class InputNames
{
    public static NameHint Classify(string name)
    {
        var dot = name.LastIndexOf('.');
        var extension = dot < 0 ? "" : name.Substring(dot + 1);
        switch (extension.ToLowerInvariant())
        {
            case "yaml" or "yml":
                return IsPeerConfiguration(name) ? NameHint.PeerConfiguration : ClassifyYaml(name.Substring(0, dot));
            case "trivyignore":
                return dot == 0 ? NameHint.PeerConfiguration : NameHint.None;
            case "json":
                return ClassifyJson(name);
            case "sh" or "bash":
                return NameHint.ShellScript;
            case "mk":
                return NameHint.Makefile;
            case "service" or "container":
                return NameHint.Unit;
            case "hcl":
                return IsBake(name) ? NameHint.Bake : NameHint.None;
            case "" when Is(name, "Makefile") || Is(name, "GNUmakefile"):
                return NameHint.Makefile;
            case "csproj" or "fsproj" or "vbproj" or "dcproj" or "esproj" or "sqlproj" or "vcxproj" or "njsproj" or "pyproj" or "shproj" or "wixproj":
                return NameHint.Project;
            case "props" when Is(name, "Directory.Build.props"):
            case "pubxml":
                return NameHint.ProjectSettings;
            case "env":
                return dot == 0 ? NameHint.EnvironmentFile : NameHint.None;
            case "editorconfig":
                return dot == 0 ? NameHint.EditorConfig : NameHint.None;
            case "globalconfig":
                return dot == 0 ? NameHint.GlobalConfig : NameHint.None;
            case "dockerfile" or "containerfile" when dot > 0:
                return NameHint.Dockerfile;
        }

        var hint = ClassifyDockerfile(name, "dockerfile");
        return hint == NameHint.None ? ClassifyDockerfile(name, "containerfile") : hint;
    }

    private static NameHint ClassifyJson(string name) => name.ToLowerInvariant() switch
    {
        "daemon.json" => NameHint.DaemonConfiguration,
        "launchsettings.json" => NameHint.LaunchSettings,
        "devcontainer.json" or ".devcontainer.json" => NameHint.DevContainer,
        _ => IsBake(name) ? NameHint.Bake : NameHint.Json,
    };

    // The names that `docker buildx bake` looks for; others must be named on its command line.
    private static bool IsBake(string name) => Starts(name, "docker-bake.");

    private static NameHint ClassifyDockerfile(string name, string stem)
    {
        if (!name.StartsWith(stem, StringComparison.OrdinalIgnoreCase))
            return NameHint.None;
        if (name.Length == stem.Length)
            return NameHint.Dockerfile;

        var dot = name.LastIndexOf('.');
        var ending = dot < stem.Length ? SuffixKind.Variant : Suffix(name.Substring(dot + 1));
        return (name[stem.Length], ending) switch
        {
            (_, SuffixKind.Other) => NameHint.None,
            ('.', SuffixKind.Variant) => NameHint.Dockerfile,
            ('.' or '-' or '_', _) => NameHint.PerhapsDockerfile,
            _ => NameHint.None,
        };
    }

    /// <summary>What <c>x</c> in <c>Dockerfile.x</c> makes of the file.</summary>
    private static SuffixKind Suffix(string suffix)
    {
        if (suffix.Length == 0 || suffix[suffix.Length - 1] == '~')
            return SuffixKind.Other;
        return suffix.ToLowerInvariant() switch
        {
            "md" or "txt" or "rst" or "adoc" or "html" or "htm" or "pdf" or "svg" or "png" => SuffixKind.Other,
            "tmpl" or "tpl" or "template" or "gotmpl" or "j2" or "jinja" or "jinja2" or "erb" or "mustache" or "hbs" or "ejs" or "liquid" or "in" or "m4" or "tt" => SuffixKind.Other,
            "swp" or "swo" or "swn" or "orig" or "rej" or "bak" or "tmp" or "diff" or "patch" or "lock" or "log" or "sha256" or "sig" => SuffixKind.Other,
            "dockerignore" or "containerignore" or "cs" or "vb" or "fs" or "xml" or "toml" or "ini" or "cfg" or "csv" or "zip" or "gz" or "snap" => SuffixKind.Other,
            "go" or "py" or "js" or "mjs" or "ts" or "tsx" or "rb" or "rs" or "java" or "kt" or "php" or "sh" or "ps1" or "lua" or "c" or "cpp" or "h" or "ex" => SuffixKind.Code,
            _ => SuffixKind.Variant,
        };
    }

    private static NameHint ClassifyYaml(string stem)
    {
        if (Is(stem, "compose") || Is(stem, "docker-compose") || Starts(stem, "docker-compose.") || Starts(stem, "compose."))
            return NameHint.Compose;
        return Starts(stem, "docker-compose-") || Starts(stem, "docker-compose_") || Starts(stem, "compose-")
            || Ends(stem, ".compose") || Ends(stem, "docker-compose") || Ends(stem, "-compose") || Starts(stem, "dockercompose")
            ? NameHint.PerhapsCompose
            : NameHint.Yaml;
    }

    private static bool IsPeerConfiguration(string name) =>
        name[0] == '.' && (Is(name, ".hadolint.yaml") || Is(name, ".hadolint.yml") || Is(name, ".trivyignore.yaml"));

    private static bool Is(string name, string other) => name.Equals(other, StringComparison.OrdinalIgnoreCase);

    private static bool Starts(string name, string start) => name.StartsWith(start, StringComparison.OrdinalIgnoreCase);

    private static bool Ends(string name, string end) => name.EndsWith(end, StringComparison.OrdinalIgnoreCase);

    private enum SuffixKind
    {
        /// <summary><c>Dockerfile.dev</c>, <c>Dockerfile.windows-amd64</c>.</summary>
        Variant,

        /// <summary><c>Dockerfile.go</c>: for the language, or written in it.</summary>
        Code,

        /// <summary>Documentation, templates, leftovers of editors.</summary>
        Other,
    }
}
