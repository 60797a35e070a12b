using HardenBuild.Reporting;
using HardenBuild.Sarif;

namespace HardenBuild.Tool.Reports;

/// <summary>The reports that can be asked for by name.</summary>
internal static class ReportFormat
{
    public const string Text = "text";

    public const string Kubesec = "kubesec";

    public static string[] Names { get; } = [Text, "msbuild", "sarif", "json", Kubesec];

    // Sarif's assembly is loaded by nobody who does not ask for it: it costs more than a scan.
    public static IFindingWriter CreateWriter(string name) => name switch
    {
        "msbuild" => new MSBuildFindingWriter(),
        "sarif" => new SarifLogWriter(),
        "json" => new JsonFindingWriter(),
        Kubesec => new KubesecWriter(),
        _ => new TextFindingWriter(),
    };
}
