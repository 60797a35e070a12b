using HardenBuild.Syntax.Shell.CommandLine;

namespace HardenBuild.Rules.Dockerfile.Packages;

/// <summary>Tells what <c>rm</c> and <c>find -delete</c> remove.</summary>
internal static class RemovedFiles
{
    /// <summary>Whether a command removes a folder, what is in it, or a folder above it.</summary>
    public static bool Include(Invocation invocation, string folder) => invocation.Name switch
    {
        "rm" => invocation.Operands.Any(operand => IsIn(operand.Prefix, folder)),
        "find" => invocation.Words.Any(word => word.Value is "-delete" or "-exec") && invocation.Words.Any(word => IsIn(word.Prefix, folder)),
        _ => false,
    };

    /// <summary>Whether <c>rm</c> is given a path with one of these names in it, under whatever home or variable.</summary>
    public static bool Mention(Invocation invocation, string name) =>
        invocation.Is("rm") && invocation.Operands.Any(operand => operand.ToString().Contains(name, StringComparison.Ordinal));

    private static bool IsIn(string path, string folder)
    {
        var open = path.IndexOf('{');
        if (open < 0)
            return IsPlainlyIn(path, folder);

        // `/var/lib/{apt,dpkg}/`: one level of alternatives, as people write it.
        var close = path.IndexOf('}', open);
        if (close < 0)
            return false;
        var head = path.Substring(0, open);
        var tail = path.Substring(close + 1);
        return path.Substring(open + 1, close - open - 1).Split(',').Any(part => IsPlainlyIn(head + part + tail, folder));
    }

    private static bool IsPlainlyIn(string path, string folder)
    {
        var plain = path.Replace("//", "/").TrimEnd('*').TrimEnd('/');
        return plain.Length > 1 && (IsBelow(plain, folder) || IsBelow(folder, plain));
    }

    private static bool IsBelow(string path, string folder) =>
        path.StartsWith(folder, StringComparison.Ordinal) && (path.Length == folder.Length || path[folder.Length] is '/' or '*');
}
