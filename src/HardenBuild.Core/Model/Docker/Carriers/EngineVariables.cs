using HardenBuild.Model.Docker.Containers;
using HardenBuild.Syntax.Shell;
using HardenBuild.Syntax.Shell.CommandLine;
using HardenBuild.Syntax.Yaml;
using HardenBuild.Text;

namespace HardenBuild.Model.Docker.Carriers;

/// <summary>The variables that steer Docker's client, where scripts and pipelines set them for what follows.</summary>
/// <remarks>docs.docker.com/reference/cli/docker, "Environment variables".</remarks>
internal static class EngineVariables
{
    public static IEnumerable<NamedValue> In(ShellScript script, SourceText source)
    {
        foreach (var command in script.EnumerateCommands())
        {
            // An assignment before a program holds for that program alone, and is read with it.
            if (command.Words.IsEmpty)
            {
                foreach (var assignment in command.Assignments)
                {
                    if (IsOne(assignment.Name))
                        yield return Create(assignment.Name, assignment.Value is { } value ? CommandWord.From(value).Value : null, source.At(assignment.Span), assignment.Value is { } word ? source.At(word.Span) : null);
                }

                continue;
            }

            if (command.Words[0].LiteralValue is not ("export" or "declare" or "readonly"))
                continue;
            foreach (var word in command.Words)
            {
                var argument = CommandWord.From(word);
                var equals = argument.Prefix.IndexOf('=');
                if (equals > 0 && argument.Prefix.Substring(0, equals) is var name && IsOne(name))
                    yield return Create(name, argument.Value?.Substring(equals + 1), source.At(argument.SpanOf(0, equals)), source.At(argument.SpanFrom(equals + 1)));
            }
        }
    }

    /// <summary>The variables in a mapping of names and values.</summary>
    public static IEnumerable<NamedValue> In(YamlMapping variables)
    {
        foreach (var member in variables.Members)
        {
            if (member.Key is not { } key || !IsOne(key.Value))
                continue;
            var value = (member.Value.AsMapping is { } mapping ? mapping["value"] : member.Value)?.AsScalar;
            var isKnown = value is not null && !value.Value.Contains('$');
            yield return Create(key.Value, isKnown ? value!.IsNull ? "" : value.Value : null, key.Location, value?.Location);
        }
    }

    private static bool IsOne(string name) => name.StartsWith("DOCKER_", StringComparison.Ordinal);

    private static NamedValue Create(string name, string? value, SourceLocation place, SourceLocation? valuePlace)
    {
        Located<string>? text = value is null ? null : new Located<string>(value, valuePlace is { Span.Length: > 0 } ? valuePlace : place);
        return new NamedValue(new Located<string>(name, place), text, text);
    }
}
