using HardenBuild.Syntax.Shell;
using HardenBuild.Syntax.Yaml;
using HardenBuild.Text;

namespace HardenBuild.Model.Kubernetes;

/// <summary>What a container starts as far as the manifest says: <c>command</c>, then <c>args</c>.</summary>
internal sealed class ContainerCommand
{
    private readonly List<YamlScalar> _words = [];

    private ContainerCommand(Container container)
    {
        AddWords(container.Root["command"]);
        HasCommand = _words.Count > 0;
        AddWords(container.Root["args"]);
    }

    /// <summary>Without a <c>command</c> the image decides what the arguments are given to.</summary>
    public bool HasCommand { get; }

    public static ContainerCommand Of(Container container) => new(container);

    /// <summary>Where a program is started: as the command itself or in the script after a shell's <c>-c</c>. Null where it is not, or is only an argument.</summary>
    public SourceLocation? FindProgram(string name)
    {
        if (_words.Count == 0)
            return null;
        if (HasCommand && ProgramName.Of(_words[0].Value) == name)
            return _words[0].Location;
        var words = _words.ConvertAll(static word => word.Value);
        // Arguments without a command are given to the image's entry point, which is a shell often enough when they begin with '-c'.
        if (HasCommand ? ShellInterpreter.FromWords(words) is null : words[0] != "-c")
            return null;
        var option = words.FindIndex(static word => word is "-c" or "-ec" or "-lc" or "-xc" or "-exc" or "-cx" or "-ce");
        return option >= 0 && option + 1 < _words.Count && Starts(words[option + 1], name) ? _words[option + 1].Location : null;
    }

    private static bool Starts(string script, string name)
    {
        foreach (var node in ShellScript.Parse(script).Nodes)
        {
            if (node is SimpleCommand { Words: [var program, ..] } && program.LiteralValue is { } literal && ProgramName.Of(literal) == name)
                return true;
        }

        return false;
    }

    private void AddWords(YamlNode? list)
    {
        if (list?.AsSequence is not { } sequence)
            return;
        foreach (var item in sequence.Items)
        {
            if (item.AsScalar is { } word)
                _words.Add(word);
        }
    }
}
