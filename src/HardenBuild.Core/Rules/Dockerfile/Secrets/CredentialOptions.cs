using HardenBuild.Syntax.Shell.CommandLine;

namespace HardenBuild.Rules.Dockerfile.Secrets;

/// <summary>Where the command lines of well-known programs take credentials.</summary>
internal static class CredentialOptions
{
    private static readonly string[] HeaderNames = ["authorization:", "private-token:", "x-api-key:", "proxy-authorization:", "job-token:", "x-jfrog-art-api:"];

    /// <summary>The words that hold a credential, or may.</summary>
    public static IEnumerable<CommandWord> Of(Invocation program) => program.Name switch
    {
        "aws" => AwsSetting(program),
        "az" => HasWords(program, "login") ? Values(program, "-p", "--password", "--federated-token") : [],
        "docker" or "podman" or "nerdctl" or "buildah" or "skopeo" or "helm" => HasWord(program, "login") ? Values(program, "-p", "--password") : [],
        "doctl" => HasWords(program, "auth", "init") ? Values(program, "-t", "--access-token") : [],
        "gcloud" => HasWords(program, "auth", "activate-service-account") ? Values(program, "--key-file") : [],
        "curl" => Given(program, "-u", "--user", "--proxy-user").Where(HasPassword).Concat(Given(program, "--oauth2-bearer")).Concat(Headers(program, "-H", "--header")),
        "wget" => Given(program, "--password", "--http-password", "--ftp-password", "--proxy-password").Concat(Headers(program, "--header")),
        "npm" or "yarn" or "pnpm" => AfterKey(program, IsNpmSecret),
        "git" => program.Subcommand is "clone" or "fetch" or "pull" or "push" or "remote" or "submodule" ? program.Words.Where(HasUserInUrl) : [],
        "dotnet" => program.Subcommand?.StartsWith("nuget", StringComparison.Ordinal) ?? false ? Values(program, "-p", "--password", "-k", "--api-key") : [],
        "nuget" => Values(program, "-Password", "-ApiKey"),
        "sshpass" => Values(program, "-p"),
        "mysql" or "mysqldump" => Values(program, "--password"),
        _ => [],
    };

    private static IEnumerable<CommandWord> Given(Invocation program, params string[] names)
    {
        foreach (var option in program.FindOptions(names))
        {
            if (option.HasValue)
                yield return option.ValueWord ?? option.Word;
        }
    }

    /// <summary>Values of options, also of programs that the option table does not hold: then the next word.</summary>
    private static IEnumerable<CommandWord> Values(Invocation program, params string[] names)
    {
        for (var i = 0; i < program.Words.Length; i++)
        {
            var word = program.Words[i];
            foreach (var name in names)
            {
                if (word.Value == name && i + 1 < program.Words.Length)
                    yield return program.Words[i + 1];
                else if (IsAttached(word, name))
                    yield return word;
            }
        }
    }

    /// <summary><c>--password=value</c>, <c>-psecret</c>.</summary>
    private static bool IsAttached(CommandWord word, string name) => name.Length > 2
        ? word.Prefix.StartsWith(name + "=", StringComparison.Ordinal) && (word.Value is null || word.Prefix.Length > name.Length + 1)
        : word.Prefix.StartsWith(name, StringComparison.Ordinal) && (word.Value is null || word.Prefix.Length > 2) && word.Prefix.Length > 1 && !word.Prefix.StartsWith("--", StringComparison.Ordinal);

    private static IEnumerable<CommandWord> Headers(Invocation program, params string[] names) =>
        Given(program, names).Where(header => HeaderNames.Any(name => header.Prefix.Contains(name, StringComparison.OrdinalIgnoreCase)));

    private static bool HasPassword(CommandWord word) => word.Value is null || (word.Value.IndexOf(':') is var colon && colon >= 0 && colon + 1 < word.Value.Length);

    /// <summary><c>aws configure set aws_secret_access_key value</c>.</summary>
    private static IEnumerable<CommandWord> AwsSetting(Invocation aws) =>
        HasWords(aws, "configure", "set")
            ? AfterKey(aws, key => key.EndsWith("aws_secret_access_key", StringComparison.Ordinal) || key.EndsWith("aws_access_key_id", StringComparison.Ordinal) || key.EndsWith("aws_session_token", StringComparison.Ordinal))
            : [];

    private static IEnumerable<CommandWord> AfterKey(Invocation program, Func<string, bool> isKey)
    {
        for (var i = 0; i < program.Words.Length; i++)
        {
            var equals = program.Words[i].Prefix.IndexOf('=');
            if (equals > 0 && isKey(program.Words[i].Prefix.Substring(0, equals)) && (program.Words[i].Value is null || equals + 1 < program.Words[i].Prefix.Length))
                yield return program.Words[i];
            else if (i + 1 < program.Words.Length && isKey(program.Words[i].Value ?? ""))
                yield return program.Words[i + 1];
        }
    }

    /// <summary><c>//registry/:_authToken</c>, <c>_auth</c>, <c>_password</c>.</summary>
    private static bool IsNpmSecret(string key)
    {
        var name = key.Substring(key.LastIndexOf(':') + 1).TrimStart('-');
        return name is "_authToken" or "_auth" or "_password" or "npmAuthToken";
    }

    /// <summary><c>https://user:token@host</c> and <c>https://token@host</c>; the name that SSH needs is no secret.</summary>
    private static bool HasUserInUrl(CommandWord word)
    {
        var text = word.Syntax is { } syntax && word.Value is null ? syntax.Text.Trim('"') : word.Prefix;
        if (!text.StartsWith("http", StringComparison.Ordinal) || text.IndexOf("://", StringComparison.Ordinal) is not (> 0 and var scheme))
            return false;
        var at = text.IndexOf('@', scheme);
        var slash = text.IndexOf('/', scheme + 3);
        return at > scheme + 3 && (slash < 0 || at < slash) && text.Substring(scheme + 3, at - scheme - 3) is not "git";
    }

    private static bool HasWord(Invocation program, string word) => program.Words.Any(candidate => candidate.Value == word);

    private static bool HasWords(Invocation program, params string[] words)
    {
        var next = 0;
        foreach (var word in program.Words)
        {
            if (next < words.Length && word.Value == words[next])
                next++;
        }

        return next == words.Length;
    }
}
