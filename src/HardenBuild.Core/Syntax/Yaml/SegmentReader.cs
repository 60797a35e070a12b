namespace HardenBuild.Syntax.Yaml;

/// <summary>A string from an offset on, without a copy: reading resumes after an error.</summary>
internal sealed class SegmentReader(string text, int start) : TextReader
{
    private int _position = start;

    public override int Peek() => _position < text.Length ? text[_position] : -1;

    public override int Read() => _position < text.Length ? text[_position++] : -1;

    public override int Read(char[] buffer, int index, int count)
    {
        var read = Math.Min(count, text.Length - _position);
        text.CopyTo(_position, buffer, index, read);
        _position += read;
        return read;
    }
}
