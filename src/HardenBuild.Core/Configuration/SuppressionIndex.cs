using HardenBuild.Text;

namespace HardenBuild.Configuration;

/// <summary>The suppressions of one rule in one file, by the place they cover. Of two for one place, the first one counts.</summary>
internal sealed class SuppressionIndex
{
    private readonly Dictionary<int, Suppression> _byLine = [];
    private readonly List<(TextSpan Span, Suppression Suppression)> _scopes = [];
    private int[]? _enclosing;

    /// <summary>For the whole file.</summary>
    public Suppression? OfFile { get; private set; }

    /// <summary>For what the file lacks.</summary>
    public Suppression? OfHead { get; private set; }

    public void AddFile(Suppression suppression) => OfFile ??= suppression;

    public void AddHead(Suppression suppression) => OfHead ??= suppression;

    public void AddLine(int line, Suppression suppression)
    {
        if (!_byLine.TryGetValue(line, out _))
            _byLine[line] = suppression;
    }

    public void AddScope(TextSpan span, Suppression suppression)
    {
        _scopes.Add((span, suppression));
        _enclosing = null;
    }

    /// <summary>The suppression for a line, else that of the innermost scope around a span.</summary>
    public Suppression? Find(int line, TextSpan span)
    {
        if (_byLine.TryGetValue(line, out var suppression))
            return suppression;

        _enclosing ??= LinkScopes();
        for (var i = LastStartingAtOrBefore(span.Start); i >= 0; i = _enclosing[i])
        {
            if (_scopes[i].Span.Contains(span))
                return _scopes[i].Suppression;
        }

        return null;
    }

    // Constructs nest, so the scopes around a place form a chain as short as the file is deep.
    private int[] LinkScopes()
    {
        // By start, the longer first; a stable sort, so that of equal spans the first one stays.
        var sorted = _scopes.OrderBy(scope => scope.Span.Start).ThenByDescending(scope => scope.Span.Length).ToList();
        _scopes.Clear();
        foreach (var scope in sorted)
        {
            if (_scopes.Count == 0 || _scopes[_scopes.Count - 1].Span != scope.Span)
                _scopes.Add(scope);
        }

        var enclosing = new int[_scopes.Count];
        var open = new Stack<int>();
        for (var i = 0; i < enclosing.Length; i++)
        {
            while (open.Count > 0 && _scopes[open.Peek()].Span.End <= _scopes[i].Span.Start)
                open.Pop();

            enclosing[i] = open.Count > 0 ? open.Peek() : -1;
            open.Push(i);
        }

        return enclosing;
    }

    private int LastStartingAtOrBefore(int offset)
    {
        var (low, high) = (0, _scopes.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_scopes[middle].Span.Start <= offset)
                low = middle + 1;
            else
                high = middle;
        }

        return low - 1;
    }
}
