using System.Collections;
using System.Collections.Concurrent;
using Microsoft.Build.Framework;

namespace HardenBuild.Tasks.Tests;

/// <summary>A node that builds again and again: it logs like <see cref="RecordingBuildEngine"/> and keeps registered objects, the first of a key, as MSBuild does.</summary>
internal sealed class NodeBuildEngine : IBuildEngine4
{
    private readonly RecordingBuildEngine _engine = new();

    public ConcurrentDictionary<object, object> Registered { get; } = new();

    public bool ContinueOnError => false;

    public int LineNumberOfTaskNode => 0;

    public int ColumnNumberOfTaskNode => 0;

    public string ProjectFileOfTaskNode => "";

    public bool IsRunningMultipleNodes => true;

    public void RegisterTaskObject(object key, object obj, RegisteredTaskObjectLifetime lifetime, bool allowEarlyCollection)
    {
        Assert.Equal(RegisteredTaskObjectLifetime.AppDomain, lifetime);
        Registered.TryAdd(key, obj);
    }

    public object? GetRegisteredTaskObject(object key, RegisteredTaskObjectLifetime lifetime) => Registered.GetValueOrDefault(key);

    public object? UnregisterTaskObject(object key, RegisteredTaskObjectLifetime lifetime) => Registered.TryRemove(key, out var known) ? known : null;

    public void LogCustomEvent(CustomBuildEventArgs e) => _engine.LogCustomEvent(e);

    public void LogErrorEvent(BuildErrorEventArgs e) => _engine.LogErrorEvent(e);

    public void LogMessageEvent(BuildMessageEventArgs e)
    {
        lock (_engine)
            _engine.LogMessageEvent(e);
    }

    public void LogWarningEvent(BuildWarningEventArgs e) => _engine.LogWarningEvent(e);

    public bool BuildProjectFile(string projectFileName, string[] targetNames, IDictionary globalProperties, IDictionary targetOutputs) => false;

    public bool BuildProjectFile(string projectFileName, string[] targetNames, IDictionary globalProperties, IDictionary targetOutputs, string toolsVersion) => false;

    public bool BuildProjectFilesInParallel(
        string[] projectFileNames, string[] targetNames, IDictionary[] globalProperties, IDictionary[] targetOutputsPerProject, string[] toolsVersion, bool useResultsCache, bool unloadProjectsOnCompletion) => false;

    public BuildEngineResult BuildProjectFilesInParallel(
        string[] projectFileNames, string[] targetNames, IDictionary[] globalProperties, IList<string>[] removeGlobalProperties, string[] toolsVersion, bool returnTargetOutputs) => new(false, []);

    public void Yield()
    {
    }

    public void Reacquire()
    {
    }
}
