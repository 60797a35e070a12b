namespace HardenBuild.Syntax.Yaml;

/// <summary>A part of a string without a copy: reading resumes after an error, or reads YAML inside of YAML.</summary>
internal sealed class SegmentReader(string text, int start, int end) : TextReader
{
    private int _position = start;

    public override int Peek() => _position < end ? text[_position] : -1;

    public override int Read() => _position < end ? text[_position++] : -1;

    public override int Read(char[] buffer, int index, int count)
    {
        var read = Math.Min(count, end - _position);
        text.CopyTo(_position, buffer, index, read);
        _position += read;
        return read;
    }
}
