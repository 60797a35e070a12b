using HardenBuild.Tool;

namespace HardenBuild.Tool.Tests;

/// <summary>One run of the command line in a folder of its own.</summary>
internal sealed class ToolRun : IDisposable
{
    public string Folder { get; } = Directory.CreateTempSubdirectory("hardenbuild-").FullName;

    public string Output { get; private set; } = "";

    public string Error { get; private set; } = "";

    public int Run(params string[] args) => Run(CancellationToken.None, args);

    public int Run(CancellationToken cancellation, params string[] args)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var exitCode = ToolHost.Run(args, new Terminal(output, error, Folder), cancellation);
        (Output, Error) = (output.ToString(), error.ToString());
        return exitCode;
    }

    public string Write(string name, string text)
    {
        var path = Path.Combine(Folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return path;
    }

    public string Read(string name) => File.ReadAllText(Path.Combine(Folder, name));

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
