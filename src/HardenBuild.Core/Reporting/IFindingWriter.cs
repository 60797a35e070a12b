using HardenBuild.Scanning;

namespace HardenBuild.Reporting;

/// <summary>Writes one report of a scan. Stateless; the same result gives the same characters on every machine.</summary>
public interface IFindingWriter
{
    void Write(ScanResult result, ReportOptions options, TextWriter output);
}
