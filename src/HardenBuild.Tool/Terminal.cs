namespace HardenBuild.Tool;

/// <summary>Where a command was started and where it writes: the report to <paramref name="Output"/>, everything else to <paramref name="Error"/>.</summary>
internal sealed record Terminal(TextWriter Output, TextWriter Error, string WorkingDirectory)
{
    /// <summary>A person watches, and has not asked for plain text with <c>NO_COLOR</c>.</summary>
    public bool SupportsColor { get; init; }

    public string GetFullPath(string path) => Path.GetFullPath(path, WorkingDirectory);

    public void WriteError(string message) => Error.WriteLine("hardenbuild: error: " + Reporting.PlainText.Neutralize(message));

    public void WriteWarning(string message) => Error.WriteLine("hardenbuild: warning: " + Reporting.PlainText.Neutralize(message));
}
