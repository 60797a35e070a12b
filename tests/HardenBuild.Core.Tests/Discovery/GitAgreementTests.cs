using System.Diagnostics;
using CsCheck;
using HardenBuild.Scanning.Discovery;

namespace HardenBuild.Core.Tests.Discovery;

/// <summary>Random patterns and paths, decided by us and by git itself.</summary>
public sealed class GitAgreementTests
{
    private static readonly string[] Atoms = ["a", "b", "ab", "*", "**", "?", "/", "/**/", "**/", "/**", "[ab]", "[!a]", "\\a", "\\*", "[a-", ".", " "];

    private static readonly Gen<string> Pattern = Gen.Select(
        Gen.OneOfConst("", "", "", "!", "/", "#"),
        Gen.OneOfConst(Atoms).Array[1, 5].Select(string.Concat),
        Gen.OneOfConst("", "", "/", "  "),
        (start, middle, end) => start + middle + end);

    [Fact]
    public void Decides_as_git_check_ignore_does()
    {
        if (!HasGit())
            Assert.Skip("git is not installed; the table in GitIgnoreTests stands alone");

        using var folder = new TemporaryFolder();
        Git(folder.Path, "init -q", "");
        string[] names = ["a", "b", "ab", "a.b", "aab", "*"];
        var paths = names.Concat(names.SelectMany(x => names.Select(y => x + "/" + y)))
            .Concat(names.SelectMany(x => names.Select(y => "a/" + x + "/" + y))).ToArray();

        Gen.Select(Pattern.Array[1, 4], Pattern.Array[0, 2]).Sample(
            (top, nested) =>
            {
                // The file that holds the nested patterns lies in a folder of its own, so that a file may bear any other name.
                var topText = string.Join('\n', top);
                var nestedText = string.Join('\n', nested);
                folder.Write(".gitignore", topText);
                folder.Write("a/.gitignore", nestedText);
                var ours = string.Join('\n', paths.Where(path => IsIgnored(topText, nestedText, path)));
                var theirs = Git(folder.Path, "check-ignore --no-index --stdin", string.Join('\n', paths)).TrimEnd('\n');
                if (ours != theirs)
                    Assert.Fail($"patterns:\n{topText}\n-- a/.gitignore\n{nestedText}\n-- ours\n{ours}\n-- git\n{theirs}");
            },
            iter: 100,
            threads: 1);
    }

    private static bool IsIgnored(string top, string nested, string path)
    {
        var scope = IgnoreScope.Add(null, "", top, ignoreCase: false);
        var inner = IgnoreScope.Add(scope, "a", nested, ignoreCase: false);
        for (var end = path.IndexOf('/', StringComparison.Ordinal); ; end = path.IndexOf('/', end + 1))
        {
            var part = end < 0 ? path : path[..end];
            var current = part.StartsWith("a/", StringComparison.Ordinal) ? inner : scope;
            if (current?.Ignores(part, isFolder: end >= 0 || part == "a") == true)
                return true;
            if (end < 0)
                return false;
        }
    }

    private static bool HasGit()
    {
        try
        {
            return Git(Path.GetTempPath(), "--version", "").StartsWith("git version", StringComparison.Ordinal);
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }

    private static string Git(string folder, string arguments, string input)
    {
        using var process = Process.Start(new ProcessStartInfo("git", arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;
        process.StandardInput.Write(input);
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return output;
    }
}
