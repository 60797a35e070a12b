using HardenBuild.Model.Docker;
using HardenBuild.Syntax.Shell;
using HardenBuild.Text;

namespace HardenBuild.Rules.Dockerfile.Shell;

/// <summary>A rule about the scripts that a known POSIX shell runs: shell form, heredocs, <c>sh -c</c>. Other shells are never asked about.</summary>
internal abstract class ShellScriptRule(string id, RuleSeverity defaultSeverity, RuleSeverity hardenedSeverity)
    : DockerfileRule(id, defaultSeverity, hardenedSeverity)
{
    // A script of a megabyte can hold a hundred thousand defects; nobody reads more than these.
    private const int MaxFindingsOfScript = 50;
    private const int MaxRelated = 20;

    /// <summary>The row of the rule catalogue that all rules about defects in scripts come from.</summary>
    protected const string DefectSlug = "shell-script-defect";

    public override IEnumerable<Finding> Analyze(DockerfileModel model)
    {
        foreach (var command in model.Commands)
        {
            foreach (var script in command.Scripts)
            {
                if (script.Interpreter is null)
                    continue;
                foreach (var finding in RollUp(model, command, Find(script, command, model)))
                    yield return finding;
            }
        }
    }

    /// <summary>The defects of one script, in any order.</summary>
    protected abstract IEnumerable<ShellDefect> Find(ShellScript script, StageCommand command, DockerfileModel model);

    /// <summary>The same defect of the same text in one script is one finding.</summary>
    private List<Finding> RollUp(DockerfileModel model, StageCommand command, IEnumerable<ShellDefect> defects)
    {
        var findings = new List<Finding>();
        var byText = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var defect in defects)
        {
            var location = model.Source.At(defect.Span);
            var text = string.Join("\0", defect.Arguments);
            if (!byText.TryGetValue(text, out var index))
            {
                if (findings.Count == MaxFindingsOfScript)
                    break;
                byText.Add(text, findings.Count);
                findings.Add(ReportIn(command.Instruction.Stage, location, [.. defect.Arguments]) with { AtMost = defect.AtMost });
            }
            else if (findings[index].Related.Length < MaxRelated)
            {
                findings[index] = findings[index] with { Related = findings[index].Related.Add(new RelatedLocation(location, "Here too")) };
            }
        }

        return findings;
    }
}
