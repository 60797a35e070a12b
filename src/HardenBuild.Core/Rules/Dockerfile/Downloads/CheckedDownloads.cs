using HardenBuild.Model.Docker;

namespace HardenBuild.Rules.Dockerfile.Downloads;

/// <summary>Tells which downloads their own instruction checks; each instruction is read once.</summary>
internal sealed class CheckedDownloads
{
    private readonly Dictionary<StageCommand, bool> _known = [];

    public bool Contains(Download download)
    {
        if (download.Command is not { } command)
            return download.Instruction.Syntax.FindFlag("checksum") is not null;
        if (!_known.TryGetValue(command, out var isChecked))
            _known.Add(command, isChecked = DownloadCheck.IsIn(command));
        return isChecked;
    }
}
