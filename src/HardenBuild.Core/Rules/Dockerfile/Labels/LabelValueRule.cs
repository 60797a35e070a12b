using HardenBuild.Model.Docker;

namespace HardenBuild.Rules.Dockerfile.Labels;

/// <summary>A rule about the values of labels of one type.</summary>
internal abstract class LabelValueRule(string id, LabelType type) : DockerfileRule(id, RuleSeverity.None, RuleSeverity.None)
{
    private const int QuotedLength = 60;

    public override IEnumerable<Finding> Analyze(DockerfileModel model)
    {
        LabelSchema? schema = null;
        foreach (var label in ImageLabel.In(model))
        {
            // An empty value is a matter of its own.
            if (label is { Key: { } key, Value: { Length: > 0 } value } && (schema ??= LabelSchema.Of(model, this)).TypeOf(key) == type && !IsValid(value))
            {
                var shown = value.Length <= QuotedLength ? value : $"{value.Substring(0, QuotedLength)}...";
                yield return ReportIn(label.Instruction.Stage, model.Source.At(label.Syntax.Value!.Span), shown, key);
            }
        }
    }

    protected abstract bool IsValid(string value);
}
