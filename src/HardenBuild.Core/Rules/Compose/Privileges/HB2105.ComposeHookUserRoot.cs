using HardenBuild.Model.Docker.Containers;

namespace HardenBuild.Rules.Compose.Privileges;

/// <summary>A command of a life cycle that runs as root although the container does not.</summary>
internal sealed class ComposeHookUserRoot() : ContainerOptionsRule("HB2105", RuleSeverity.Suggestion, RuleSeverity.Suggestion)
{
    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(ComposeHookUserRoot),
        Title = "A life cycle hook runs as root",
        MessageFormat = "User '{0}' makes a hook of {1} '{2}' run as root, although the {1} has a user of its own; prepare the files in the image, or keep the hook to 'chown'",
        Rationale = """
            The hook runs programs from the container's file system with root's rights. Whoever took over the application can have changed them before the hook runs.
            """,
        WhenToIgnore = "Changing the owner of a volume needs root and is not reported when the hook does nothing else.",
        CatalogueSlugs = ["compose-hook-user-root"],
        SecuritySeverity = SecuritySeverity.Low,
        Precision = RulePrecision.High,
        References = [RuleReference.CisDocker("5.24"), RuleReference.Cwe(250), RuleReference.OwaspDocker("D01")],
        Violations = [new("compose.yaml", "services:\n  web:\n    image: example/web:1.2\n    user: \"1654\"\n    post_start:\n      - command: ./migrate.sh\n        user: [|root|]\n")],
        Fixed = [new("compose.yaml", "services:\n  web:\n    image: example/web:1.2\n    user: \"1654\"\n    post_start:\n      - command: chown -R 1654 /data\n        user: root\n")],
    };

    protected override IEnumerable<Finding> Inspect(ContainerOptions container)
    {
        if (container.User is not { } user || ContainerUser.IsRoot(user.Value))
            yield break;
        foreach (var hook in container.Hooks)
        {
            if (hook.User is { } hookUser && ContainerUser.IsRoot(hookUser.Value) && !OnlyChangesOwners(hook))
                yield return Report(hookUser.Location, hookUser.Value, container.Noun, container.Name.Value);
        }
    }

    private static bool OnlyChangesOwners(ContainerHook hook)
    {
        // A shell is there to start the others.
        var programs = hook.Programs.Where(program => program.Invocation.Name is not ("sh" or "bash")).ToList();
        return programs.Count > 0 && programs.TrueForAll(program => program.Invocation.Name is "chown" or "chmod" or "chgrp" or "mkdir");
    }
}
