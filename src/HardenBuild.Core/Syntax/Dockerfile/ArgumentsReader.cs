using System.Collections.Immutable;
using HardenBuild.Text;

namespace HardenBuild.Syntax.Dockerfile;

/// <summary>Reads the arguments of each instruction as BuildKit's instruction parser does.</summary>
internal sealed class ArgumentsReader(string content, char escape, ErrorList errors)
{
    private readonly AssignmentReader _assignments = new(escape);
    private readonly CommandReader _commands = new(content, escape);

    /// <summary>The typed instruction, or null and an error when its arguments cannot be told apart.</summary>
    public DockerfileInstruction? Create(InstructionHead head, out SyntaxError? error)
    {
        error = null;
        switch (head.Kind)
        {
            case InstructionKind.From:
                return From(head, out error);
            case InstructionKind.Run:
                return Command(head, ref error) is { } run ? new RunInstruction(head, run) : null;
            case InstructionKind.Cmd:
                return Command(head, ref error) is { } cmd ? new CmdInstruction(head, cmd) : null;
            case InstructionKind.Entrypoint:
                return Command(head, ref error) is { } entrypoint ? new EntrypointInstruction(head, entrypoint) : null;
            case InstructionKind.Healthcheck:
                return Healthcheck(head, ref error);
            case InstructionKind.Shell:
                return Shell(head, ref error);
            case InstructionKind.Copy:
                return Transfer(head, ref error) is { } copy ? new CopyInstruction(head, copy) : null;
            case InstructionKind.Add:
                return Transfer(head, ref error) is { } add ? new AddInstruction(head, add) : null;
            case InstructionKind.Arg:
                return _assignments.ReadArguments(head, out error) is { IsDefault: false } arguments ? new ArgInstruction(head, arguments) : null;
            case InstructionKind.Env:
                return _assignments.Read(head, out error) is { IsDefault: false } variables ? new EnvInstruction(head, variables) : null;
            case InstructionKind.Label:
                return _assignments.Read(head, out error) is { IsDefault: false } labels ? new LabelInstruction(head, labels) : null;
            case InstructionKind.Expose:
                return Required(head, ref error) ? new ExposeInstruction(head, ArgumentReader.Split(head.Arguments, escape)) : null;
            case InstructionKind.Volume:
                return Volume(head, ref error);
            case InstructionKind.User:
                return Required(head, ref error) ? new UserInstruction(head, Single(head)) : null;
            case InstructionKind.Workdir:
                return Required(head, ref error) ? new WorkdirInstruction(head, Single(head)) : null;
            case InstructionKind.Stopsignal:
                return Required(head, ref error) ? new StopsignalInstruction(head, Single(head)) : null;
            case InstructionKind.Maintainer:
                return Required(head, ref error) ? new MaintainerInstruction(head, Single(head)) : null;
            default:
                error = NoArguments(head);
                return null;
        }
    }

    private DockerfileWord Single(InstructionHead head) => DockerfileWord.Plain(head.Arguments, escape);

    private static bool Required(InstructionHead head, ref SyntaxError? error)
    {
        if (head.Arguments.Length > 0)
            return true;
        error = NoArguments(head);
        return false;
    }

    private static SyntaxError NoArguments(InstructionHead head) =>
        new(head.KeywordSpan, $"'{InstructionKeywords.NameOf(head.Kind)}' has no arguments");

    private FromInstruction? From(InstructionHead head, out SyntaxError? error)
    {
        error = null;
        if (!Required(head, ref error))
            return null;
        var words = ArgumentReader.Split(head.Arguments, escape);
        if (words.Length == 1)
            return new FromInstruction(head, words[0], asKeyword: null, alias: null);
        if (words.Length == 3 && words[1].Text.Characters.Equals("as".AsSpan(), StringComparison.OrdinalIgnoreCase))
        {
            if (!IsStageName(words[2].Text.Characters))
                errors.Add(words[2].Span, $"'{words[2].Text}' is not a stage name; begin with a letter and go on with letters, digits, '-', '_' or '.'");
            return new FromInstruction(head, words[0], words[1], words[2]);
        }

        errors.Add(
            TextSpan.FromBounds(words[1].Span.Start, words[words.Length - 1].Span.End),
            "FROM takes an image and optionally 'AS name'; remove the rest");
        return new FromInstruction(head, words[0], asKeyword: null, alias: null);
    }

    /// <summary>BuildKit compares names in lower case, so capitals are letters too.</summary>
    private static bool IsStageName(ReadOnlySpan<char> name)
    {
        for (var i = 0; i < name.Length; i++)
        {
            var isLetter = name[i] is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z');
            if (!isLetter && (i == 0 || name[i] is not ((>= '0' and <= '9') or '-' or '_' or '.')))
                return false;
        }

        return true;
    }

    private DockerfileCommand? Command(InstructionHead head, ref SyntaxError? error) => _commands.Read(head.Arguments, head.Heredocs, ref error);

    private HealthcheckInstruction? Healthcheck(InstructionHead head, ref SyntaxError? error)
    {
        if (!Required(head, ref error))
            return null;
        var end = DockerfileCharacters.SkipNonBlanks(head.Arguments.Characters, 0);
        var type = head.Arguments.Slice(0, end);
        var rest = DockerfileCharacters.Trim(head.Arguments.Slice(end));
        if (type.Characters.Equals("NONE".AsSpan(), StringComparison.OrdinalIgnoreCase))
        {
            if (rest.Length > 0)
                errors.Add(rest.Span, "HEALTHCHECK NONE takes no arguments; remove them");
            return new HealthcheckInstruction(head, command: null);
        }

        if (!type.Characters.Equals("CMD".AsSpan(), StringComparison.OrdinalIgnoreCase))
            error = new SyntaxError(type.Span, $"'{type}' is not a kind of HEALTHCHECK; write 'CMD' before the command, or 'NONE'");
        else if (rest.Length == 0)
            error = new SyntaxError(type.Span, "HEALTHCHECK CMD has no command");
        else if (_commands.Read(rest, [], ref error) is { } command && (!command.IsExecForm || command.Words.Length > 0))
            return new HealthcheckInstruction(head, command);
        else
            error ??= new SyntaxError(rest.Span, "HEALTHCHECK CMD has no command");
        return null;
    }

    private ShellInstruction? Shell(InstructionHead head, ref SyntaxError? error)
    {
        if (!Required(head, ref error))
            return null;
        var json = JsonArgumentReader.Read(head.Arguments, escape);
        if (json.IsArray && json.Words.Length > 0)
            return new ShellInstruction(head, json.Words);
        error = json.NotStrings
            ?? json.Malformed
            ?? new SyntaxError(head.Arguments.Span, "SHELL takes a JSON array of strings, such as [\"/bin/bash\", \"-c\"]");
        return null;
    }

    private VolumeInstruction? Volume(InstructionHead head, ref SyntaxError? error)
    {
        if (!Required(head, ref error))
            return null;
        var json = JsonArgumentReader.Read(head.Arguments, escape);
        error = json.NotStrings ?? (json.IsArray && json.Words.Length == 0 ? NoArguments(head) : null);
        if (error is not null)
            return null;
        var paths = json.IsArray ? json.Words : ArgumentReader.Split(head.Arguments, escape);
        foreach (var path in paths)
        {
            if (path.Text.Text.Trim().Length == 0)
                errors.Add(path.Span, "VOLUME takes a path; this one is empty");
        }

        return new VolumeInstruction(head, paths, json.Malformed);
    }

    private FileTransfer? Transfer(InstructionHead head, ref SyntaxError? error)
    {
        var name = InstructionKeywords.NameOf(head.Kind);
        var json = JsonArgumentReader.Read(head.Arguments, escape);
        var words = json.IsArray ? json.Words : ArgumentReader.Split(head.Arguments, escape);
        if (json.NotStrings is not null)
            error = json.NotStrings;
        else if (words.Length < 2)
            error = new SyntaxError(words.Length == 0 ? head.KeywordSpan : words[0].Span, $"{name} takes a source and a destination; one of them is missing");
        if (error is not null)
            return null;

        var destination = words[words.Length - 1];
        if (!json.IsArray && HeredocMarker.TryParse(destination.Text) is not null)
            errors.Add(destination.Span, $"{name} cannot write to a heredoc; put '{destination.Text}' before the destination");
        return new FileTransfer(words.RemoveAt(words.Length - 1), destination, json.IsArray, json.Malformed);
    }
}
