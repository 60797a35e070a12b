using System.Collections.Immutable;
using HardenBuild.Syntax.Dockerfile;
using HardenBuild.Syntax.Shell;
using HardenBuild.Syntax.Shell.CommandLine;
using HardenBuild.Text;

namespace HardenBuild.Model.Docker;

/// <summary>Collects every assignment of a file, whoever makes it.</summary>
internal static class VariableSettingReader
{
    public static ImmutableArray<VariableSetting> Read(DockerfileModel model)
    {
        var settings = ImmutableArray.CreateBuilder<VariableSetting>();
        foreach (var argument in model.GlobalArguments)
        {
            foreach (var assignment in argument.Assignments)
            {
                var value = assignment.Value is { } word ? model.ExpandGlobal(word).Text : null;
                settings.Add(new VariableSetting(assignment.Name, value, assignment.Span, Instruction: null) { IsWithinCommand = false });
            }
        }

        foreach (var instruction in model.Instructions)
        {
            if (instruction.Syntax is EnvInstruction or ArgInstruction)
                Add(settings, model, instruction, (AssignmentInstruction)instruction.Syntax);
        }

        foreach (var command in model.Commands)
            Add(settings, command);
        return settings.ToImmutable();
    }

    private static void Add(ImmutableArray<VariableSetting>.Builder settings, DockerfileModel model, StageInstruction instruction, AssignmentInstruction syntax)
    {
        foreach (var assignment in syntax.Assignments)
        {
            var value = assignment.Value is { } word ? model.Expand(word, instruction.State).Text : null;
            settings.Add(new VariableSetting(assignment.Name, value, assignment.Span, instruction) { IsWithinCommand = false });
        }
    }

    private static void Add(ImmutableArray<VariableSetting>.Builder settings, StageCommand command)
    {
        foreach (var invocation in command.Invocations)
        {
            foreach (var given in invocation.Environment)
                settings.Add(Within(command, given.Name, given.Value, given.Span));
            if (!Declares(invocation.Name))
                continue;
            foreach (var word in invocation.Words)
            {
                if (CommandWrappers.NameLength(word.Prefix) is var length and > 0)
                    settings.Add(Within(command, word.Prefix.Substring(0, length), word.Value?.Substring(length + 1), word.Span));
            }
        }

        // A command of nothing but assignments runs no program, so no invocation shows them.
        foreach (var script in command.Scripts)
        {
            foreach (var simple in script.EnumerateCommands())
            {
                if (simple.Words.IsEmpty)
                    AddAssignments(settings, command, simple);
            }
        }
    }

    private static void AddAssignments(ImmutableArray<VariableSetting>.Builder settings, StageCommand command, SimpleCommand simple)
    {
        foreach (var assignment in simple.Assignments)
        {
            var value = assignment.Value is { } word ? word.LiteralValue : assignment.Elements.IsEmpty ? "" : null;
            settings.Add(Within(command, assignment.Name, value, assignment.Span));
        }
    }

    private static bool Declares(string? program) => program is "export" or "declare" or "typeset" or "readonly" or "local";

    private static VariableSetting Within(StageCommand command, string name, string? value, TextSpan span) =>
        new(name, value, span, command.Instruction) { IsWithinCommand = true };
}
