using HardenBuild.Model.Docker;
using HardenBuild.Syntax.Dockerfile;

namespace HardenBuild.Rules.Dockerfile.Secrets;

/// <summary>What COPY and ADD put into the image from the build context.</summary>
internal sealed class CopiedFiles
{
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);
    private readonly HashSet<string> _folders = new(StringComparer.Ordinal);

    public CopiedFiles(DockerfileModel model)
    {
        foreach (var instruction in model.Instructions)
        {
            if (instruction.Syntax is not FileTransferInstruction { From: null } transfer)
                continue;
            foreach (var source in transfer.Sources)
                _names.Add(FileName(Relative(source.Value)));
            _folders.Add(Relative(transfer.Destination.Value).TrimEnd('/'));
        }
    }

    /// <summary>Whether a file of this name, or a folder around it, is copied; copies to <c>/</c> and <c>.</c> say too little.</summary>
    public bool Contains(string path)
    {
        var wanted = Relative(path);
        if (FileName(wanted) is { Length: > 0 } name && _names.Contains(name))
            return true;
        for (var slash = wanted.IndexOf('/'); slash > 0; slash = wanted.IndexOf('/', slash + 1))
        {
            if (_folders.Contains(wanted.Substring(0, slash)))
                return true;
        }

        return false;
    }

    private static string FileName(string path) => path.Substring(path.LastIndexOf('/') + 1);

    private static string Relative(string path) => path.StartsWith("./", StringComparison.Ordinal) ? path.Substring(2) : path.TrimStart('/');
}
