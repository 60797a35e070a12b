using HardenBuild.Reporting;
using HardenBuild.Scanning;
using Newtonsoft.Json;

namespace HardenBuild.Sarif;

/// <summary>Writes a scan as a SARIF 2.1.0 log that code scanning accepts. The same result gives the same bytes on every machine.</summary>
public sealed class SarifLogWriter : IFindingWriter
{
    public void Write(ScanResult result, ReportOptions options, TextWriter output)
    {
        // SarifLog.Save would put a byte-order mark first, which strict JSON readers refuse; the caller owns the encoding.
        using var writer = new JsonTextWriter(output) { Formatting = Formatting.Indented, CloseOutput = false };
        new JsonSerializer { ContractResolver = ExplicitValueResolver.Instance }.Serialize(writer, SarifLogFactory.Create(result, options));
        output.Write('\n');
    }
}
