namespace HardenBuild.Syntax.GoTemplate;

internal sealed partial class TemplateLexer
{
    private const string Decimal = "0123456789_";
    private const string Hexadecimal = "0123456789abcdefABCDEF_";

    // Accepts more than is a number, 089 for instance: reading its value tells.
    private TemplateToken ReadNumber(int start)
    {
        _position = start;
        if (!ScanNumber())
            return BadNumber(start);
        if (_position >= text.Length || text[_position] is not ('+' or '-'))
            return Token(TemplateTokenKind.Number, start);
        return ScanNumber() && text[_position - 1] == 'i' ? Token(TemplateTokenKind.Complex, start) : BadNumber(start);
    }

    private TemplateToken BadNumber(int start) =>
        Error(start, "bad number syntax: " + GoQuoting.Quote(text.Substring(start, _position - start)));

    private bool ScanNumber()
    {
        Accept("+-");
        var digits = Decimal;
        if (Accept("0"))
        {
            if (Accept("xX"))
                digits = Hexadecimal;
            else if (Accept("oO"))
                digits = "01234567_";
            else if (Accept("bB"))
                digits = "01_";
        }

        AcceptRun(digits);
        if (Accept("."))
            AcceptRun(digits);
        if ((ReferenceEquals(digits, Decimal) && Accept("eE")) || (ReferenceEquals(digits, Hexadecimal) && Accept("pP")))
        {
            Accept("+-");
            AcceptRun(Decimal);
        }

        Accept("i");
        var next = TemplateCharacters.WordLength(text, _position);
        _position += next;
        return next == 0;
    }

    private bool Accept(string valid)
    {
        if (_position >= text.Length || valid.IndexOf(text[_position]) < 0)
            return false;
        _position++;
        return true;
    }

    private void AcceptRun(string valid)
    {
        while (Accept(valid))
        {
        }
    }
}
