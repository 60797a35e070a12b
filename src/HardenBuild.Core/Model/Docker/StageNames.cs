using System.Collections.Immutable;
using HardenBuild.Syntax.Dockerfile;

namespace HardenBuild.Model.Docker;

/// <summary>The stages of a file by name. A name used twice means its latest stage before the reference.</summary>
internal sealed class StageNames
{
    /// <summary>How far back a name with an unknown part is compared with stages; keeps long files linear.</summary>
    private const int CandidateWindow = 256;

    private readonly List<DockerfileStage> _stages = [];
    private readonly Dictionary<string, List<DockerfileStage>> _byName = new(StringComparer.OrdinalIgnoreCase);

    public IReadOnlyList<DockerfileStage> Stages => _stages;

    public void Add(DockerfileStage stage)
    {
        _stages.Add(stage);
        if (stage.Name is not { } name)
            return;
        if (!_byName.TryGetValue(name.Value, out var sameName))
            _byName.Add(name.Value, sameName = []);
        sameName.Add(stage);
    }

    public DockerfileStage? FindBefore(string name, int index)
    {
        if (!_byName.TryGetValue(name, out var stages))
            return null;
        var low = 0;
        var high = stages.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (stages[middle].Index < index)
                low = middle + 1;
            else
                high = middle;
        }

        return low == 0 ? null : stages[low - 1];
    }

    /// <summary>The stages whose name a text with unknown parts may turn out to be.</summary>
    public ImmutableArray<DockerfileStage> FindCandidates(string partial)
    {
        // A text that is unknown from end to end says nothing about stages.
        if (partial.Trim(ExpandedWord.Placeholder[0]).Length == 0)
            return [];
        var pattern = ShellPattern.TryParse(partial.ToLowerInvariant().Replace(ExpandedWord.Placeholder, "*"));
        if (pattern is null)
            return [];
        var candidates = ImmutableArray.CreateBuilder<DockerfileStage>();
        for (var i = Math.Max(0, _stages.Count - CandidateWindow); i < _stages.Count; i++)
        {
            if (_stages[i].Name is { } name && pattern.Match(name.Value.ToLowerInvariant(), 0).Longest == name.Value.Length)
                candidates.Add(_stages[i]);
        }

        return candidates.ToImmutable();
    }
}
