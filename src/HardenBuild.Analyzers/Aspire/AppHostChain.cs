using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace HardenBuild.Analyzers.Aspire;

/// <summary>What stands around a call: the calls chained to it, the variable that its result is kept in, the condition it runs under.</summary>
internal static class AppHostChain
{
    /// <summary>The name in a call, without type arguments.</summary>
    public static SyntaxNode NameOf(InvocationExpressionSyntax call) => call.Expression switch
    {
        MemberAccessExpressionSyntax access => access.Name,
        MemberBindingExpressionSyntax binding => binding.Name,
        var expression => expression,
    };

    /// <summary>The methods that are called on the result afterwards: in the same chain, and on the variable that it is kept in.</summary>
    public static ImmutableArray<string> Later(InvocationExpressionSyntax call)
    {
        var later = ImmutableArray.CreateBuilder<string>();
        SyntaxNode last = call;
        while (last.Parent is MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax outer } access && access.Expression == last)
        {
            later.Add(access.Name.Identifier.ValueText);
            last = outer;
        }

        if (KeptIn(last) is not { } variable)
            return later.ToImmutable();
        foreach (var node in last.SyntaxTree.GetRoot().DescendantNodes())
        {
            if (node is MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax } member && node.SpanStart > last.Span.End && Receiver(member) == variable)
                later.Add(member.Name.Identifier.ValueText);
        }

        return later.ToImmutable();
    }

    /// <summary>Whether the call is only reached in run mode, on a developer's machine.</summary>
    public static bool IsForRunMode(SyntaxNode call)
    {
        for (var node = call; node.Parent is { } parent; node = parent)
        {
            if (parent is not IfStatementSyntax branch)
                continue;
            if (branch.Statement == node && Asks(branch.Condition, "IsRunMode"))
                return true;
            if (branch.Else == node && branch.Condition is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "IsPublishMode" })
                return true;
        }

        return false;
    }

    private static bool Asks(ExpressionSyntax condition, string property) => condition switch
    {
        MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText == property,
        ParenthesizedExpressionSyntax parenthesized => Asks(parenthesized.Expression, property),
        BinaryExpressionSyntax binary when binary.IsKind(SyntaxKind.LogicalAndExpression) => Asks(binary.Left, property) || Asks(binary.Right, property),
        PrefixUnaryExpressionSyntax not when not.IsKind(SyntaxKind.LogicalNotExpression) && property == "IsRunMode" => Asks(not.Operand, "IsPublishMode"),
        _ => false,
    };

    private static string? KeptIn(SyntaxNode expression) => expression.Parent switch
    {
        EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax declarator } => declarator.Identifier.ValueText,
        AssignmentExpressionSyntax { Left: IdentifierNameSyntax name } assignment when assignment.Right == expression => name.Identifier.ValueText,
        // A chain on a variable goes on with that variable.
        _ => null,
    };

    /// <summary>The variable that a chain begins with; null when it begins with something else.</summary>
    private static string? Receiver(MemberAccessExpressionSyntax access)
    {
        ExpressionSyntax inner = access.Expression;
        while (inner is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax next })
            inner = next.Expression;
        return (inner as IdentifierNameSyntax)?.Identifier.ValueText;
    }
}
