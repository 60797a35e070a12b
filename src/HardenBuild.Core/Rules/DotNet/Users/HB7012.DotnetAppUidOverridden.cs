using HardenBuild.Model.Docker;
using HardenBuild.Syntax.Dockerfile;

namespace HardenBuild.Rules.DotNet.Users;

/// <summary>The user of the .NET images is redefined, or used where the image has none.</summary>
internal sealed class DotnetAppUidOverridden() : DockerfileRule("HB7012", RuleSeverity.Suggestion, RuleSeverity.Suggestion)
{
    public override IEnumerable<Finding> Analyze(DockerfileModel model)
    {
        var stages = ProductionImage.Stages(model);
        if (stages.IsEmpty || DockerfileModel.RootBase(stages[0]) is not { Kind: StageBaseKind.Image, Known: { OperatingSystem: ContainerOperatingSystem.Linux } known } || CreatesUser(model))
            yield break;
        foreach (var stage in stages)
        {
            foreach (var instruction in stage.Instructions)
            {
                var finding = instruction.Syntax switch
                {
                    AssignmentInstruction { Kind: InstructionKind.Env or InstructionKind.Arg } assignments when known.DotNet is { HasApplicationUser: true } => Redefined(model, instruction, assignments),
                    UserInstruction user => Missing(model, instruction, user, known),
                    _ => null,
                };
                if (finding is not null)
                    yield return finding;
            }
        }
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(DotnetAppUidOverridden),
        Title = "User of the .NET image is redefined or missing",
        MessageFormat = "{0}",
        Rationale = "Since .NET 8 the Linux images define the user 'app' and its id in APP_UID. Another value points at an id without an account, home folder and rights to the application's files; "
            + "in an image without the variable 'USER $APP_UID' is an empty user, which is root.",
        WhenToIgnore = "When an image of your own, that the file builds upon under a public name, defines the account.",
        CatalogueSlugs = ["dotnet-app-uid-overridden"],
        SecuritySeverity = SecuritySeverity.Medium,
        Precision = RulePrecision.High,
        References = [RuleReference.Cwe(250), RuleReference.OwaspDocker("D01")],
        Violations = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/aspnet:10.0\nENV [|APP_UID|]=5678\nUSER $APP_UID\n")],
        Fixed = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/aspnet:10.0\nUSER $APP_UID\n")],
        ComparedWith = "A file that creates an account itself is accepted, whatever it calls it.",
    };

    private Finding? Redefined(DockerfileModel model, StageInstruction instruction, AssignmentInstruction assignments)
    {
        foreach (var assignment in assignments.Assignments)
        {
            if (assignment is not { Name: "APP_UID", Value: { } word } || model.Expand(word, instruction.State).Text is not { } value || value == DotNetImages.ApplicationUserId)
                continue;
            var message = assignments.Kind == InstructionKind.Arg
                ? $"The build argument 'APP_UID' has no effect, because the variable of that name in the image wins and stays {DotNetImages.ApplicationUserId}; remove it"
                : $"'APP_UID={value}' points at an id without an account and home folder, while the image has the user 'app' with id {DotNetImages.ApplicationUserId}; remove it";
            return ReportIn(instruction.Stage, model.Source.At(assignment.Key.Span), message);
        }

        return null;
    }

    private Finding? Missing(DockerfileModel model, StageInstruction instruction, UserInstruction user, KnownBaseImage known)
    {
        var location = model.Source.At(user.User.Span);
        if (known.DotNet is { HasApplicationUser: false } && user.User.Value is "app" or "app:app")
            return ReportIn(instruction.Stage, location, "The image has no user 'app', which came with .NET 8, so the container does not start; create the user or move to a newer image");
        return known.DotNet is null or { HasApplicationUser: false }
            && model.Expand(user.User, instruction.State).References.Any(reference => reference is { Name: "APP_UID", Operator: "" })
            && instruction.State.Variables.FindVariable("APP_UID") is null
            ? ReportIn(instruction.Stage, location, $"'{user.User.Value}' is empty in this image, which only .NET images since 8.0 define it in, so the container runs as root; name a user of your own")
            : null;
    }

    private static bool CreatesUser(DockerfileModel model) =>
        model.Commands.Any(command => command.Invocations.Any(invocation => invocation.Name is "adduser" or "useradd" or "usermod"))
        || model.Instructions.Any(instruction => instruction.Syntax is FileTransferInstruction transfer && transfer.Destination.Value.StartsWith("/etc/passwd", StringComparison.Ordinal));
}
