using HardenBuild.Model.Docker;
using HardenBuild.Model.DotNet;
using HardenBuild.Syntax.Dockerfile;

namespace HardenBuild.Rules.DotNet.Context;

/// <summary>A program that needs culture data runs in an image without ICU.</summary>
internal sealed class DotnetGlobalizationMismatch() : DockerfileRule("HB7033", RuleSeverity.Warning, RuleSeverity.Warning)
{
    private const string Variable = "DOTNET_SYSTEM_GLOBALIZATION_INVARIANT";

    private static readonly string[] SqlClients = ["Microsoft.Data.SqlClient", "System.Data.SqlClient", "Microsoft.EntityFrameworkCore.SqlServer"];

    internal override RuleReach Reach => RuleReach.Repository;

    public override IEnumerable<Finding> Analyze(DockerfileModel model)
    {
        if (RuntimeImage.Of(model) is not { } image || !LacksCultures(image.Tag) || BringsCultures(model))
            yield break;
        var variable = model.TargetStage!.FinalState.Variables.FindVariable(Variable);
        if (variable is { Location: { } location, Value: { State: VariableState.Set, Text: { } value } })
        {
            if (value.Text is "0" || value.Text.Equals("false", StringComparison.OrdinalIgnoreCase))
                yield return ReportIn(model.TargetStage, location, image.Tag, $"'{Variable}' asks for");
        }
        else if (variable is null && model.Context?.Published(model)?.Project is { } project && Need(project) is { } need)
        {
            yield return ReportIn(image.Stage, image.TagLocation, image.Tag, need);
        }
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(DotnetGlobalizationMismatch),
        Title = "Image has no culture data although the program needs it",
        MessageFormat = "'{0}' has no ICU libraries, which {1}, so the program fails; install 'icu-libs' and 'icu-data-full', or use a tag with '-extra'",
        Rationale = "Alpine, chiseled and distroless images leave the ICU libraries out and set .NET to invariant globalization. A program that asks for cultures stops at its start; "
            + "SqlClient throws when it opens a connection; dates and numbers of other cultures look like American ones.",
        WhenToIgnore = "When a base image of yours, or a package of the program ('Microsoft.ICU.ICU4C.Runtime'), brings the libraries.",
        CatalogueSlugs = ["dotnet-globalization-mismatch"],
        SecuritySeverity = SecuritySeverity.None,
        Precision = RulePrecision.High,
        Violations = [new("Dockerfile", $"FROM mcr.microsoft.com/dotnet/aspnet:10.0-alpine\nENV [|{Variable}|]=false\nCOPY publish /app\nUSER $APP_UID\n")],
        Fixed =
        [
            new("Dockerfile", $"FROM mcr.microsoft.com/dotnet/aspnet:10.0-alpine\nRUN apk add --no-cache icu-libs icu-data-full\nENV {Variable}=false\nCOPY publish /app\nUSER $APP_UID\n"),
            new("Dockerfile", "FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled-extra\nCOPY publish /app\n"),
        ],
    };

    private static bool LacksCultures(string tag) =>
        (tag.Contains("alpine", StringComparison.Ordinal) || tag.Contains("chiseled", StringComparison.Ordinal) || tag.Contains("distroless", StringComparison.Ordinal))
        && !tag.Contains("extra", StringComparison.Ordinal);

    private static bool BringsCultures(DockerfileModel model)
    {
        var chain = new HashSet<DockerfileStage>(DockerfileModel.Chain(model.TargetStage!));
        foreach (var command in model.Commands)
        {
            // Packages in a variable, or a script, may be the libraries.
            if (chain.Contains(command.Instruction.Stage) && command.Invocations.Any(static invocation =>
                    invocation.Is("apk") ? invocation.Words.Any(static word => word.Value is null || word.Prefix.StartsWith("icu", StringComparison.Ordinal)) : invocation.NameWord.Prefix.EndsWith(".sh", StringComparison.Ordinal)))
                return true;
        }

        foreach (var stage in chain)
        {
            if (stage.Instructions.Any(static instruction => instruction.Syntax is FileTransferInstruction transfer && transfer.Sources.Any(static source => source.Value.Contains("icu", StringComparison.OrdinalIgnoreCase))))
                return true;
        }

        return false;
    }

    private static string? Need(DotNetProject project)
    {
        if (project.FindItems("PackageReference").Any(static item => item.Include.Value.StartsWith("Microsoft.ICU.ICU4C", StringComparison.OrdinalIgnoreCase)))
            return null;
        if (project.Find("InvariantGlobalization") is { IsKnown: true, Value.Value: var value })
            return value.Equals("false", StringComparison.OrdinalIgnoreCase) ? $"'{project.Name}' asks for with 'InvariantGlobalization'" : null;
        foreach (var item in project.FindItems("PackageReference"))
        {
            if (Array.Exists(SqlClients, client => client.Equals(item.Include.Value, StringComparison.OrdinalIgnoreCase)))
                return $"'{item.Include.Value}' needs";
        }

        return null;
    }
}
