namespace HardenBuild.Rendering.Helm.Functions.RegularExpressions;

/// <summary>The ways through an expression that are open at a position, in order of preference.</summary>
internal sealed class RegexThreads(int instructions)
{
    private readonly int[] _visits = new int[instructions];
    private readonly (int Instruction, int[] Saved)[] _threads = new (int, int[])[instructions];
    private int _generation = 1;

    public int Count { get; private set; }

    public (int Instruction, int[] Saved) this[int index] => _threads[index];

    public void Clear()
    {
        Count = 0;
        _generation++;
    }

    /// <summary>False when a preferred way has been there.</summary>
    public bool TryVisit(int instruction)
    {
        if (_visits[instruction] == _generation)
            return false;
        _visits[instruction] = _generation;
        return true;
    }

    public void Add(int instruction, int[] saved) => _threads[Count++] = (instruction, saved);
}
