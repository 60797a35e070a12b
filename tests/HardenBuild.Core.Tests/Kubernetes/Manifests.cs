namespace HardenBuild.Core.Tests.Kubernetes;

/// <summary>Manifests around the lines that a test is about.</summary>
internal static class Manifests
{
    /// <summary>A pod with one container, <c>web</c>, whose further fields are <paramref name="fields"/>.</summary>
    public static string Container(string fields) => Pod("containers:\n  - name: web\n    image: web:1.0\n" + Indent(fields, 4));

    /// <summary>A pod with one container whose security context is <paramref name="fields"/>.</summary>
    public static string SecurityContext(string fields) => Container("securityContext:\n" + Indent(fields, 2));

    /// <summary>A pod whose <c>spec</c> is <paramref name="fields"/>.</summary>
    public static string Pod(string fields) => "apiVersion: v1\nkind: Pod\nmetadata:\n  name: shop\nspec:\n" + Indent(fields, 2);

    /// <summary>A pod with one container, <c>web</c>, and these further fields.</summary>
    public static string PodWithContainer(string fields) => Pod("containers:\n  - name: web\n    image: web:1.0\n" + fields);

    /// <summary>As <see cref="Pod"/>, inside a CronJob.</summary>
    public static string CronJob(string fields) =>
        "apiVersion: batch/v1\nkind: CronJob\nmetadata:\n  name: nightly\nspec:\n  jobTemplate:\n    spec:\n      template:\n        spec:\n" + Indent(fields, 10);

    private static string Indent(string text, int columns) =>
        string.Concat(text.Split('\n').Where(line => line.Length > 0).Select(line => new string(' ', columns) + line + "\n"));
}
