using HardenBuild.Syntax.Shell;

namespace HardenBuild.Rules.Dockerfile.Shell;

/// <summary>Commands that print one word and hardly ever fail, so that neither quotes nor their result matter.</summary>
internal static class PlainOutput
{
    public static bool Of(CommandSubstitution substitution) =>
        substitution.Body.Items is [var item]
        && CommandLists.ProgramOf(item.Pipeline) is "nproc" or "uname" or "arch" or "id" or "date" or "getconf" or "dpkg" or "hostname" or "whoami" or "mktemp" or "command" or "which" or "apk"
            or "pwd" or "basename" or "dirname" or "lsb_release" or "echo" or "printf";
}
