using HardenBuild.Rules;

namespace HardenBuild.Reporting;

/// <summary>Colours by the escape sequences of ECMA-48 (SGR, section 8.3.117), or plain text.</summary>
internal readonly record struct TerminalColors(bool Enabled)
{
    private const string Reset = "\u001b[0m";

    public string Bold(string text) => Wrap("\u001b[1m", text);

    public string Faint(string text) => Wrap("\u001b[2m", text);

    public string Severity(RuleSeverity severity, string text) => severity switch
    {
        RuleSeverity.Error => Wrap("\u001b[1;31m", text),
        RuleSeverity.Warning => Wrap("\u001b[1;33m", text),
        _ => Wrap("\u001b[1;36m", text),
    };

    private string Wrap(string start, string text) => Enabled ? start + text + Reset : text;
}
