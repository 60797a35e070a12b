using System.Collections.Immutable;
using HardenBuild.Scanning.Live;
using Microsoft.CodeAnalysis;

namespace HardenBuild.Analyzers.Live;

/// <summary>Keeps what was found from one compilation to the next: every key pressed in a C# file makes a new one. Safe for many threads.</summary>
internal sealed class LiveSessions
{
    // One for each project of a solution that is worked on; the longest unused is forgotten.
    private const int MaxSessions = 16;

    private readonly LinkedList<LiveSession> _recent = new();

    /// <summary>The session of a project: the last one, unless its settings or a deciding file changed.</summary>
    public LiveSession Open(LiveOptions options, ImmutableArray<AdditionalText> files, CancellationToken cancellation)
    {
        var deciding = ImmutableArray.CreateBuilder<KnownText>();
        foreach (var file in files)
        {
            if ((LiveNames.DecidesAboutOthers(file.Path) || file.Path == options.Baseline) && file.GetText(cancellation) is { } text)
                deciding.Add(new KnownText(file.Path, text));
        }

        lock (_recent)
        {
            for (var node = _recent.First; node is not null; node = node.Next)
            {
                if (!node.Value.IsFor(options, deciding))
                    continue;
                _recent.Remove(node);
                _recent.AddFirst(node);
                return node.Value;
            }

            var session = new LiveSession(options, deciding.ToImmutable());
            _recent.AddFirst(session);
            if (_recent.Count > MaxSessions)
                _recent.RemoveLast();
            return session;
        }
    }
}
