using HardenBuild.Model.Docker;
using HardenBuild.Syntax.Shell;
using HardenBuild.Syntax.Shell.CommandLine;
using HardenBuild.Text;

namespace HardenBuild.Rules.Dockerfile.Users;

/// <summary>A name or id that a command gives to a user or group, or takes away.</summary>
/// <param name="Kind"><c>user</c>, <c>user id</c>, <c>group</c> or <c>group id</c>.</param>
internal sealed record AccountCommand(string Kind, string Value, TextSpan Span, bool IsRemoval)
{
    /// <summary>What <c>useradd</c>, <c>adduser</c> and the like take; nothing where it is not known or shared on purpose.</summary>
    public static IEnumerable<AccountCommand> Read(Invocation invocation)
    {
        if (KindOf(invocation.Name) is not { } kind || invocation.Operands is not [{ Value: { } name } word] || invocation.FindOption("-o", "--non-unique", "-R", "--root") is not null)
            yield break;
        var isRemoval = invocation.Name is "userdel" or "deluser" or "groupdel" or "delgroup";
        yield return new AccountCommand(kind, name, word.Span, isRemoval);
        if (!isRemoval && IdOf(invocation, kind) is { Value: { Length: > 0 } id } option)
            yield return new AccountCommand(kind + " id", id, option.ValueSpan, IsRemoval: false);
    }

    /// <summary>Whether some of the commands run instead of others.</summary>
    public static bool HasAlternatives(StageCommand command) => command.Scripts.Any(script =>
        ShellWalk.Below<ShellNode>(script).Any(node => node is IfCommand or CaseCommand or WhileCommand or ForCommand or FunctionDefinition or ShellListItem { Operator: ListOperator.Or }));

    private static string? KindOf(string? program) => program switch
    {
        "useradd" or "adduser" or "userdel" or "deluser" => "user",
        "groupadd" or "addgroup" or "groupdel" or "delgroup" => "group",
        _ => null,
    };

    // busybox and Debian give adduser and addgroup the letters of useradd and groupadd for ids.
    private static CommandOption? IdOf(Invocation invocation, string kind) =>
        kind == "user" ? invocation.FindOption("-u", "--uid") : invocation.FindOption("-g", "--gid");
}
