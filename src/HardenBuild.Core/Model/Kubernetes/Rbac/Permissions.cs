using HardenBuild.Text;

namespace HardenBuild.Model.Kubernetes.Rbac;

/// <summary>What a rule allows that amounts to more than it says. Each gives the item of the rule's text that a person would change.</summary>
internal static class Permissions
{
    /// <summary>Contents come with 'list' and 'watch' as well.</summary>
    public static Located<string>? ReadSecrets(PolicyRule rule) => rule.Allows("get", "list", "watch") is null ? null : rule.Grant(ResourceType.Secrets);

    /// <summary>Whoever makes a pod uses any secret and service account of its namespace.</summary>
    public static Located<string>? ChangeWorkloads(PolicyRule rule) =>
        rule.Allows("create", "update", "patch", "delete", "deletecollection") is null ? null : rule.Grant(ResourceType.Workloads);

    public static Located<string>? CreatePods(PolicyRule rule) => rule.Allows("create", "update", "patch") is null ? null : rule.Grant(ResourceType.Workloads);

    /// <summary>A websocket opens the stream with 'get', everything else with 'create'.</summary>
    public static Located<string>? Connect(PolicyRule rule, ResourceType subresource) => rule.Allows("create", "get") is null ? null : rule.Grant(subresource);

    public static Located<string>? Impersonate(PolicyRule rule) => rule.Grant(ResourceType.Identities) is null ? null : rule.Allows("impersonate");

    public static Located<string>? Escalate(PolicyRule rule) => rule.Grant(ResourceType.AnyRole) is null ? null : rule.Allows("escalate");

    public static Located<string>? Bind(PolicyRule rule) => rule.Grant(ResourceType.AnyRole) is null ? null : rule.Allows("bind");

    public static Located<string>? WriteWebhooks(PolicyRule rule) =>
        rule.Allows("create", "update", "patch", "delete", "deletecollection", "impersonate") is null ? null : rule.Grant(ResourceType.WebhookConfigurations);

    /// <summary>Every verb, or so many that none is missing to change and read at will.</summary>
    public static bool IsFullControl(PolicyRule rule) =>
        rule is { IsNarrowed: false, EveryGroup: not null, EveryResource: not null } && (rule.EveryVerb is not null || HasAllVerbs(rule));

    /// <summary>One of the ways from a service account to the whole cluster.</summary>
    public static bool IsTakeover(PolicyRule rule) =>
        !rule.IsNarrowed
        && (rule.IsEverything
            || ReadSecrets(rule) is not null
            || CreatePods(rule) is not null
            || Connect(rule, ResourceType.PodsExec) is not null
            || Impersonate(rule) is not null
            || Escalate(rule) is not null
            || Bind(rule) is not null
            || WriteWebhooks(rule) is not null);

    private static bool HasAllVerbs(PolicyRule rule) =>
        rule.Verbs.Contains("get") && rule.Verbs.Contains("list") && rule.Verbs.Contains("watch") && rule.Verbs.Contains("create")
        && rule.Verbs.Contains("update") && rule.Verbs.Contains("patch") && rule.Verbs.Contains("delete");
}
