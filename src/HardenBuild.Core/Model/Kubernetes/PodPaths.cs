namespace HardenBuild.Model.Kubernetes;

/// <summary>Where the kinds that run pods keep the pod's <c>metadata</c> and <c>spec</c>.</summary>
internal static class PodPaths
{
    private static readonly string[] Itself = [];
    private static readonly string[] Template = ["template"];
    private static readonly string[] SpecTemplate = ["spec", "template"];
    private static readonly string[] JobTemplate = ["spec", "jobTemplate", "spec", "template"];
    private static readonly string[] SandboxTemplate = ["spec", "podTemplate"];

    /// <summary>The keys from the object to the pod; null for a kind without pods.</summary>
    public static string[]? Find(KubernetesObject manifest) => manifest.ApiGroup switch
    {
        "serving.knative.dev" => manifest.Kind.Value is "Service" or "Configuration" ? SpecTemplate : null,
        // A rollout with workloadRef borrows the template of a Deployment, which is a manifest of its own.
        "argoproj.io" => manifest.Kind.Value == "Rollout" && manifest.Root.At("spec", "workloadRef") is null ? SpecTemplate : null,
        "apps.openshift.io" => manifest.Kind.Value == "DeploymentConfig" ? SpecTemplate : null,
        "agents.x-k8s.io" or "extensions.agents.x-k8s.io" => manifest.Kind.Value is "SandboxTemplate" or "Sandbox" ? SandboxTemplate : null,
        // Wrong groups of built-in kinds are common in manifests and no reason to look away; a dot marks somebody else's kinds.
        var group when !group.Contains('.') => OfBuiltIn(manifest.Kind.Value),
        _ => null,
    };

    private static string[]? OfBuiltIn(string kind) => kind switch
    {
        "Pod" => Itself,
        "PodTemplate" => Template,
        "Deployment" or "StatefulSet" or "DaemonSet" or "ReplicaSet" or "ReplicationController" or "Job" or "DeploymentConfig" => SpecTemplate,
        "CronJob" => JobTemplate,
        _ => null,
    };
}
