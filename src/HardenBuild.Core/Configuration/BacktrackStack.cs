namespace HardenBuild.Configuration;

/// <summary>The places where a <see cref="SectionGlob"/> can go on when the way it took fails.</summary>
/// <param name="buffer">First memory, which costs no allocation; the stack grows beyond it.</param>
internal ref struct BacktrackStack(Span<int> buffer)
{
    private Span<int> _items = buffer;
    private int _count;

    public void Push(int instruction, int position)
    {
        if (_count + 2 > _items.Length)
        {
            var larger = new int[_items.Length * 2];
            _items.CopyTo(larger);
            _items = larger;
        }

        _items[_count++] = instruction;
        _items[_count++] = position;
    }

    public bool TryPop(out int instruction, out int position)
    {
        if (_count == 0)
        {
            (instruction, position) = (0, 0);
            return false;
        }

        position = _items[--_count];
        instruction = _items[--_count];
        return true;
    }
}
