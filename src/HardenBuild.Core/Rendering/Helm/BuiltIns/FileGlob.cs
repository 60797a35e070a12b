namespace HardenBuild.Rendering.Helm.BuiltIns;

/// <summary>A pattern of <c>.Files.Glob</c>: <c>*</c>, <c>**</c>, <c>?</c>, <c>[a-z]</c>, <c>[!a]</c>, <c>{a,b}</c> and escaped characters.</summary>
/// <remarks>
/// Syntax and meaning: https://github.com/gobwas/glob with the separator '/'. Matches by following all possible states at once: pattern length times path
/// length steps at most, whatever the pattern.
/// </remarks>
internal sealed class FileGlob
{
    private readonly List<FileGlobStep> _steps;

    private FileGlob(List<FileGlobStep> steps) => _steps = steps;

    /// <summary>Reads a pattern; null when gobwas refuses it.</summary>
    public static FileGlob? TryParse(string pattern) => FileGlobParser.TryParse(pattern) is { } steps ? new FileGlob(steps) : null;

    public bool IsMatch(string path)
    {
        var current = new bool[_steps.Count + 1];
        var next = new bool[_steps.Count + 1];
        Enter(current, 0);
        foreach (var c in path)
        {
            Array.Clear(next, 0, next.Length);
            for (var i = 0; i < _steps.Count; i++)
            {
                if (!current[i])
                    continue;
                var step = _steps[i];
                if (step.Takes(c))
                    Enter(next, step.Kind is FileGlobStepKind.Name or FileGlobStepKind.Path ? i : i + 1);
            }

            (current, next) = (next, current);
        }

        return current[_steps.Count];
    }

    /// <summary>Enters a state and those that it reaches without a character.</summary>
    private void Enter(bool[] states, int index)
    {
        var pending = new Stack<int>();
        pending.Push(index);
        while (pending.Count > 0)
        {
            var state = pending.Pop();
            if (states[state])
                continue;
            states[state] = true;
            if (state == _steps.Count)
                continue;
            var step = _steps[state];
            switch (step.Kind)
            {
                case FileGlobStepKind.Name or FileGlobStepKind.Path:
                    pending.Push(state + 1);
                    break;
                case FileGlobStepKind.Jump:
                    foreach (var target in step.Targets)
                        pending.Push(target);
                    break;
            }
        }
    }
}
