namespace HardenBuild.Scanning;

/// <summary>Runs a body for each index from zero on all processors; half of the threads begin at the end.</summary>
/// <remarks>Neighbours are alike. In a new process two threads that begin apart compile two halves of the code, and do not wait for each other.</remarks>
internal sealed class TwoEndedLoop(int count, Action<int> body, CancellationToken cancellation)
{
    private readonly object _gate = new();
    private int _first;
    private int _end = count;

    /// <exception cref="OperationCanceledException">It was cancelled before each index had its turn.</exception>
    public void Run()
    {
        var helpers = new Task[Math.Max(0, Math.Min(Environment.ProcessorCount, _end) - 1)];
        for (var i = 0; i < helpers.Length; i++)
        {
            var isFromEnd = i % 2 == 0;
            helpers[i] = Task.Run(() => Work(isFromEnd), CancellationToken.None);
        }

        try
        {
            Work(isFromEnd: false);
        }
        finally
        {
            Stop();
            Task.WaitAll(helpers);
        }

        cancellation.ThrowIfCancellationRequested();
    }

    private void Work(bool isFromEnd)
    {
        while (!cancellation.IsCancellationRequested && Next(isFromEnd) is var next and >= 0)
            body(next);
    }

    private int Next(bool isFromEnd)
    {
        lock (_gate)
        {
            if (_first >= _end)
                return -1;
            return isFromEnd ? --_end : _first++;
        }
    }

    private void Stop()
    {
        lock (_gate)
            _end = _first;
    }
}
