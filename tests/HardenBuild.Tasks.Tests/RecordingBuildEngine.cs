using System.Collections;
using Microsoft.Build.Framework;

namespace HardenBuild.Tasks.Tests;

/// <summary>Keeps what a task logs, in order.</summary>
internal sealed class RecordingBuildEngine : IBuildEngine
{
    public List<BuildEventArgs> Events { get; } = [];

    public bool ContinueOnError => false;

    public int LineNumberOfTaskNode => 0;

    public int ColumnNumberOfTaskNode => 0;

    public string ProjectFileOfTaskNode => "";

    public bool BuildProjectFile(string projectFileName, string[] targetNames, IDictionary globalProperties, IDictionary targetOutputs) => false;

    public void LogCustomEvent(CustomBuildEventArgs e) => Events.Add(e);

    public void LogErrorEvent(BuildErrorEventArgs e) => Events.Add(e);

    public void LogMessageEvent(BuildMessageEventArgs e) => Events.Add(e);

    public void LogWarningEvent(BuildWarningEventArgs e) => Events.Add(e);
}
