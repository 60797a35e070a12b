using HardenBuild.Model.Docker;
using HardenBuild.Syntax.Dockerfile;

namespace HardenBuild.Rules.Dockerfile.Packages;

/// <summary>The places of a Dockerfile from which on a configuration file holds a setting.</summary>
internal sealed class WrittenSettings
{
    private readonly DockerfileModel _model;
    private readonly string[] _files;
    private readonly string[] _names;
    private readonly Dictionary<DockerfileStage, int> _starts = [];

    /// <param name="files">How the paths of the configuration files begin; empty when any file will do.</param>
    /// <param name="names">Names of the setting; one is enough.</param>
    public WrittenSettings(DockerfileModel model, string[] files, string[] names)
    {
        _model = model;
        _files = files;
        _names = names;
        foreach (var stage in model.Stages)
        {
            if (stage.Base.Stage is { } parent && _starts.ContainsKey(parent))
                _starts.Add(stage, 0);
            else if (stage.Instructions.FirstOrDefault(instruction => Writes(instruction.Syntax)) is { } first)
                _starts.Add(stage, first.Syntax.Span.Start);
        }
    }

    /// <summary>Whether the setting is in force in an instruction; it may set it itself.</summary>
    public bool Hold(StageInstruction instruction) =>
        _starts.TryGetValue(instruction.Stage, out var start) && start <= instruction.Syntax.Span.Start;

    // How a RUN writes the file, and with which command, does not matter: who names both the file and the setting knows what they do.
    private bool Writes(DockerfileInstruction instruction) => instruction switch
    {
        RunInstruction => Mentions(instruction, _names) && (_files.Length == 0 || Mentions(instruction, _files)),
        FileTransferInstruction { Heredocs.IsEmpty: false } => Mentions(instruction, _names),
        FileTransferInstruction transfer => Array.Exists(_files, file => IsWrittenBy(transfer.Destination.Value, file)),
        _ => false,
    };

    /// <summary>A copied file may hold anything.</summary>
    private static bool IsWrittenBy(string destination, string file) =>
        destination.Length > "/etc/".Length
        && (destination.Contains(file, StringComparison.Ordinal) || file.StartsWith(destination, StringComparison.Ordinal));

    private bool Mentions(DockerfileInstruction instruction, string[] texts)
    {
        foreach (var text in texts)
        {
            if (_model.Source.Content.AsSpan(instruction.Span.Start, instruction.Span.Length).IndexOf(text.AsSpan(), StringComparison.OrdinalIgnoreCase) >= 0)
                return true;
        }

        return false;
    }
}
