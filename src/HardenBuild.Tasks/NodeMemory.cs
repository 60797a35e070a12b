using System.Runtime.CompilerServices;
using HardenBuild.Rules;
using HardenBuild.Scanning;
using HardenBuild.Scanning.Caching;
using Microsoft.Build.Framework;

namespace HardenBuild.Tasks;

/// <summary>What a node of the engine remembers from one build to the next. Safe for many tasks at once.</summary>
internal sealed class NodeMemory
{
    private readonly ConditionalWeakTable<ScanResult, FindingItem[]> _items = new();

    public ResultCache Results { get; } = new();

    /// <summary>The memory of the node that the engine runs on; a new one where the engine keeps nothing.</summary>
    public static NodeMemory Of(IBuildEngine engine)
    {
        if (engine is not IBuildEngine4 node)
            return new NodeMemory();

        // The type is the key: two versions of the package on one node are two types, and do not meet.
        var key = typeof(NodeMemory);
        if (node.GetRegisteredTaskObject(key, RegisteredTaskObjectLifetime.AppDomain) is NodeMemory known)
            return known;
        var memory = new NodeMemory();
        node.RegisterTaskObject(key, memory, RegisteredTaskObjectLifetime.AppDomain, allowEarlyCollection: true);

        // Of two tasks that register at once the engine keeps the first.
        return node.GetRegisteredTaskObject(key, RegisteredTaskObjectLifetime.AppDomain) as NodeMemory ?? memory;
    }

    /// <summary>The findings of a result that a build reports, without their owners. Kept as long as the result.</summary>
    public FindingItem[] ItemsOf(ScanResult result) => _items.GetValue(result, static result =>
    [
        .. result.Findings
            .Where(static reported => !reported.IsSuppressed && reported.Severity >= RuleSeverity.Suggestion)
            .Select(reported => FindingItem.From(reported, Path.GetFullPath(Path.Combine(result.Root, reported.Finding.Location.Source.Path)), owner: "")),
    ]);
}
