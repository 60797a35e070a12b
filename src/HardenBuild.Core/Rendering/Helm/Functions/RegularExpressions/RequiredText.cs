using System.Text;

namespace HardenBuild.Rendering.Helm.Functions.RegularExpressions;

/// <summary>Finds a text that every match of an expression contains: where it is missing, no match needs to be looked for.</summary>
internal sealed class RequiredText
{
    private readonly StringBuilder _run = new();
    private string _longest = "";

    /// <summary>The longest such text that is easily seen; empty where there is none.</summary>
    public static string Of(RegexNode node)
    {
        var required = new RequiredText();
        required.Visit(node);
        required.End();
        return required._longest;
    }

    private void Visit(RegexNode node)
    {
        StackGuard.Require();
        switch (node)
        {
            case RegexNode.Characters { Set.Single: { } character }:
                _run.Append(character);
                break;
            case RegexNode.Capture capture:
                Visit(capture.Body);
                break;
            case RegexNode.Sequence sequence:
                foreach (var part in sequence.Parts)
                    Visit(part);
                break;
            case RegexNode.Assertion or RegexNode.Empty:
                break;
            case RegexNode.Repeat { Minimum: > 0 } repeat:
                // What stands before or behind need not touch each round.
                End();
                Visit(repeat.Body);
                End();
                break;
            default:
                End();
                break;
        }
    }

    private void End()
    {
        if (_run.Length > _longest.Length)
            _longest = _run.ToString();
        _run.Clear();
    }
}
