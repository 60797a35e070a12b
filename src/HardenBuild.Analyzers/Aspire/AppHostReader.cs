using System.Collections.Immutable;
using HardenBuild.Model.Aspire;
using HardenBuild.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using SourceText = HardenBuild.Text.SourceText;

namespace HardenBuild.Analyzers.Aspire;

/// <summary>Reads calls of Aspire's hosting library as the rules see them.</summary>
internal sealed class AppHostReader(Compilation compilation)
{
    private static readonly string[] s_testLibraries = ["xunit.core", "xunit.v3.core", "nunit.framework", "MSTest.TestFramework", "Microsoft.VisualStudio.TestPlatform.TestFramework", "TUnit.Core", "Aspire.Hosting.Testing"];

    private readonly bool _isTest = compilation.ReferencedAssemblyNames.Any(static name => Array.IndexOf(s_testLibraries, name.Name) >= 0);

    /// <summary>Whether a rule may say something about a call of the method.</summary>
    public static bool MayBeRead(IMethodSymbol method) =>
        method.Name is "WithContainerRuntimeArgs" or "WithBindMount" or "WithEnvironment" or "WithBuildArg" or "AddParameter" or "AddParameterFromConfiguration" or "AddContainer" or "WithImage" or "WithImageTag"
        && IsOfHosting(method.ContainingNamespace);

    public AppHostCall Read(IInvocationOperation operation, InvocationExpressionSyntax syntax, SourceText source)
    {
        var name = AppHostChain.NameOf(syntax);
        var arguments = ImmutableArray.CreateBuilder<AppHostArgument>();
        foreach (var argument in operation.Arguments.OrderBy(static argument => argument.Syntax.SpanStart))
        {
            if (argument.IsImplicit && argument.ArgumentKind != ArgumentKind.ParamArray)
                continue;
            // The builder that an extension method is called on is written before the name.
            if (argument.Parameter is not { } parameter || (parameter.Ordinal == 0 && operation.TargetMethod.IsExtensionMethod && argument.Syntax.SpanStart < name.SpanStart))
                continue;
            foreach (var value in Values(argument.Value))
                arguments.Add(Read(parameter.Name, value, source));
        }

        return new AppHostCall(operation.TargetMethod.Name, At(source, name), arguments.ToImmutable(), AppHostChain.Later(syntax), _isTest || AppHostChain.IsForRunMode(syntax));
    }

    private static AppHostArgument Read(string parameter, IOperation value, SourceText source)
    {
        var constant = value.ConstantValue;
        return new AppHostArgument(parameter, At(source, value.Syntax), constant is { HasValue: true, Value: string text } ? text : null, constant is { HasValue: true, Value: bool flag } ? flag : null);
    }

    /// <summary>The value itself, or the elements of a list that is written out.</summary>
    private static IEnumerable<IOperation> Values(IOperation value)
    {
        // A conversion of a constant is constant itself, but shows no element.
        while (value is IConversionOperation { ConstantValue.HasValue: false } conversion)
            value = conversion.Operand;
        if (value is IArrayCreationOperation { Initializer: { } list })
            return list.ElementValues;
        // Collection expressions have no operation in the oldest compiler that this is built on.
        return value.Syntax is CollectionExpressionSyntax && value.ChildOperations.Count > 0 ? value.ChildOperations : [value];
    }

    private static bool IsOfHosting(INamespaceSymbol? @namespace)
    {
        var outer = @namespace;
        while (outer is { ContainingNamespace.ContainingNamespace.IsGlobalNamespace: false })
            outer = outer.ContainingNamespace;
        return outer is { Name: "Hosting", ContainingNamespace: { Name: "Aspire", ContainingNamespace.IsGlobalNamespace: true } };
    }

    private static SourceLocation At(SourceText source, SyntaxNode node) =>
        // Offsets are counted without the byte-order mark.
        source.At(new TextSpan(node.SpanStart - (source.HadByteOrderMark ? 1 : 0), node.Span.Length));
}
