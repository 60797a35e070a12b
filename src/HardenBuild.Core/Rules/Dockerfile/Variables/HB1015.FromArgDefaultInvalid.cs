using HardenBuild.Model.Docker;
using HardenBuild.Syntax.Dockerfile;

namespace HardenBuild.Rules.Dockerfile.Variables;

/// <summary>With the defaults of its build arguments FROM names no image.</summary>
internal sealed class FromArgDefaultInvalid() : DockerfileRule("HB1015", RuleSeverity.Suggestion, RuleSeverity.Suggestion)
{
    // No reference to an image is longer; what is, is left alone.
    private const int MaximumLength = 4096;

    public override IEnumerable<Finding> Analyze(DockerfileModel model)
    {
        var defaults = new DefaultArguments(model.GlobalVariables);
        foreach (var stage in model.Stages)
        {
            if (stage is not { From.Image: { } word, Base.Stage: null })
                continue;
            var image = VariableExpansion.Expand(word, model.Syntax.EscapeCharacter, defaults, new ExpansionBudget(MaximumLength));
            if (!image.References.IsEmpty
                && image.Text is { } text
                && !ImageReferenceGrammar.IsValid(text)
                && image.References.All(reference => UndefinedArgInFrom.IsDeclared(model, reference.Name)))
            {
                yield return ReportIn(stage, model.Source.At(word.Span), word.Value, text);
            }
        }
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(FromArgDefaultInvalid),
        Title = "FROM names no image unless build arguments are given",
        MessageFormat = "'{0}' is '{1}' when no build argument is given, which names no image, so a plain build fails; give the ARG a default",
        Rationale = "A file that builds only with the right '--build-arg' fails for everybody who does not know it: new colleagues, update bots, scanners and IDEs.",
        WhenToIgnore = "When the build must never run without an explicit choice.",
        CatalogueSlugs = ["from-arg-default-invalid"],
        SecuritySeverity = SecuritySeverity.None,
        Precision = RulePrecision.High,
        Aliases = ["buildkit:InvalidDefaultArgInFrom"],
        Violations = [new("Dockerfile", "ARG DOTNET_VERSION\nFROM [|mcr.microsoft.com/dotnet/sdk:$DOTNET_VERSION|] AS build\n")],
        Fixed = [new("Dockerfile", "ARG DOTNET_VERSION=10.0\nFROM mcr.microsoft.com/dotnet/sdk:$DOTNET_VERSION AS build\n")],
    };
}
