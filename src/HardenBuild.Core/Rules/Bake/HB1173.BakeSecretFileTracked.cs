using HardenBuild.Model.Docker.Bake;
using HardenBuild.Model.Docker.Context;
using HardenBuild.Text;

namespace HardenBuild.Rules.Bake;

/// <summary>The file of a build secret lies in the repository.</summary>
internal sealed class BakeSecretFileTracked() : BakeRule("HB1173", RuleSeverity.Warning, RuleSeverity.Warning)
{
    internal override RuleReach Reach => RuleReach.Repository;

    public override IEnumerable<Finding> Analyze(BakeFile file)
    {
        if (file.Files is not { } files)
            yield break;
        var folder = file.Source.Path.Substring(0, file.Source.Path.LastIndexOf('/') + 1);
        foreach (var target in file.Targets)
        {
            foreach (var secret in target.Secrets.Concat(target.Ssh))
            {
                if (PathOf(secret.Value) is { } path && IsTracked(files, folder + path) && files.Read(folder + path) is { } tracked)
                {
                    yield return Report(secret.Location, path, target.Name.Value) with
                    {
                        LogicalPath = target.LogicalPath,
                        Related = [new RelatedLocation(tracked.At(default), "The file in the repository")],
                    };
                }
            }
        }
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(BakeSecretFileTracked),
        Title = "The file of a build secret lies in the repository",
        MessageFormat = "'{0}', a secret of target '{1}', lies in the repository and no ignore file hides it, so everyone with a clone has it; take it out, change the secret and pass it by 'type=env'",
        Rationale = """
            A secret mount keeps a secret out of the image, but a file that is committed is in every clone and stays in the history after it is deleted.
            Secrets belong in the environment of the build or in a file outside of the repository.
            """,
        WhenToIgnore = "When the file is encrypted, or holds no secret: a NuGet.config that only names sources is not reported.",
        CatalogueSlugs = ["bake-secret-file-tracked"],
        SecuritySeverity = SecuritySeverity.High,
        Precision = RulePrecision.Medium,
        References = [RuleReference.Cwe(538), RuleReference.OwaspDocker("D06")],
        Violations =
        [
            new("docker-bake.hcl", "target \"web\" {\n  dockerfile = \"src/Shop.Api/Dockerfile\"\n  secret = [\"[|type=file,id=key,src=key.txt|]\"]\n}\n") { Beside = [new("key.txt", "kT9.vq27Lm\n")] },
        ],
        Fixed = [new("docker-bake.hcl", "target \"web\" {\n  dockerfile = \"src/Shop.Api/Dockerfile\"\n  secret = [\"type=env,id=key,env=KEY\"]\n}\n") { Beside = [new("key.txt", "kT9.vq27Lm\n")] }],
    };

    private static string? PathOf(string secret)
    {
        foreach (var part in secret.Split(','))
        {
            var equals = part.IndexOf('=');
            if (equals > 0 && part.Substring(0, equals).Trim() is "src" or "source")
                return Clean(part.Substring(equals + 1).Trim());
        }

        return null;
    }

    // A path that leads out of the folder, or starts at the root or a home, is not in the repository.
    private static string? Clean(string path)
    {
        path = path.StartsWith("./", StringComparison.Ordinal) ? path.Substring(2) : path;
        return path.Length == 0 || path[0] is '/' or '~' or '\\' || path.Contains("..", StringComparison.Ordinal) || path.Contains(':') ? null : path;
    }

    private static bool IsTracked(RepositoryFiles files, string path)
    {
        if (path.EndsWith(".example", StringComparison.OrdinalIgnoreCase) || path.EndsWith(".sample", StringComparison.OrdinalIgnoreCase) || path.EndsWith(".enc", StringComparison.OrdinalIgnoreCase))
            return false;
        if (files.Find(path) != PathKind.File || files.IsIgnored(path) || files.Read(path) is not { Length: > 0 } text)
            return false;
        var isNuGet = path.EndsWith("nuget.config", StringComparison.OrdinalIgnoreCase);
        return isNuGet ? text.Content.Contains("Password", StringComparison.Ordinal) : !text.Content.Contains("ENC[", StringComparison.Ordinal);
    }
}
