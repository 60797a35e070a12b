using System.Text;
using HardenBuild.Syntax.Shell;

namespace HardenBuild.Core.Tests.Shell;

/// <summary>A tree on one line: <c>[a b]</c> is a simple command, <c>Name(...)</c> any other node.</summary>
internal static class ShellDump
{
    public static string Of(string script) => Of(ShellScript.Parse(script).Body);

    public static string Of(ShellNode node) => node switch
    {
        ShellList list => string.Join(" ", list.Items.Select(Of)),
        ShellListItem item => Of(item.Pipeline) + (item.Operator is ListOperator.None or ListOperator.Sequence ? "" : $" {item.Operator}"),
        Pipeline pipeline => (pipeline.IsNegated ? "!" : "") + string.Join("|", pipeline.Commands.Select(Of)),
        SimpleCommand simple => "[" + string.Join(" ", simple.Assignments.Select(Of).Concat(simple.Words.Select(Of)).Concat(simple.Redirections.Select(Of))) + "]",
        Assignment assignment => $"{assignment.Name}=" + (assignment.Value is { } value ? Of(value) : $"({string.Join(" ", assignment.Elements.Select(Of))})"),
        Redirection redirection => $"{redirection.FileDescriptor}{redirection.Operator}:{(redirection.Target is { } target ? Of(target) : "")}"
            + (redirection.HereDocument is { } document ? $"<{string.Concat(document.Parts.Select(Of)).Replace("\n", "\\n", StringComparison.Ordinal)}>" : ""),
        ShellWord word => string.Concat(word.Parts.Select(Of)),
        LiteralPart { Quoting: Quoting.Single or Quoting.Ansi } literal => $"'{literal.Value}'",
        LiteralPart literal => literal.Value,
        DoubleQuotedPart quoted => $"\"{string.Concat(quoted.Parts.Select(Of))}\"",
        ParameterExpansion parameter => Of(parameter),
        CommandSubstitution substitution => $"$({Of(substitution.Body)})",
        ProcessSubstitution substitution => $"{(substitution.IsInput ? '<' : '>')}({Of(substitution.Body)})",
        ArithmeticExpansion arithmetic => $"$(({string.Concat(arithmetic.Parts.Select(Of))}))",
        _ => node.GetType().Name.Replace("Command", "", StringComparison.Ordinal) + Label(node) + "(" + Children(node) + ")",
    };

    private static string Of(ParameterExpansion parameter)
    {
        var text = new StringBuilder("${");
        text.Append(parameter.IsLength ? "#" : parameter.IsIndirect ? "!" : "").Append(parameter.Name);
        if (parameter.Index is { } index)
            text.Append('[').Append(Of(index)).Append(']');
        text.Append(parameter.Operator).Append(parameter.Operand is { } operand ? Of(operand) : "");
        return text.Append('}').ToString();
    }

    private static string Label(ShellNode node) => node switch
    {
        ForCommand loop => ":" + loop.Variable,
        FunctionDefinition function => ":" + function.Name,
        WhileCommand { IsUntil: true } => ":until",
        _ => "",
    };

    private static string Children(ShellNode node)
    {
        var children = new List<ShellNode>();
        node.AddChildren(children);
        return string.Join(", ", children.Select(Of));
    }
}
