using System.Text;
using HardenBuild.Reporting;
using HardenBuild.Sarif;
using HardenBuild.Scanning;

namespace HardenBuild.Tasks;

/// <summary>The one place that touches the SARIF assemblies: 100 ms of loading that only a build that asks for a log pays.</summary>
internal static class SarifReport
{
    // A byte-order mark would make strict JSON readers refuse the log.
    private static readonly UTF8Encoding Encoding = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Writes a whole log or none of it; folders on the way are created.</summary>
    /// <param name="path">Absolute path.</param>
    public static void Write(ScanResult result, string path)
    {
        var folder = Path.GetDirectoryName(path)!;
        Directory.CreateDirectory(folder);
        var temporary = Path.Combine(folder, "." + Path.GetFileName(path) + "." + Path.GetRandomFileName());
        try
        {
            using (var writer = new StreamWriter(temporary, append: false, Encoding))
                new SarifLogWriter().Write(result, new ReportOptions(), writer);
            if (File.Exists(path))
                File.Replace(temporary, path, destinationBackupFileName: null);
            else
                File.Move(temporary, path);
        }
        finally
        {
            // After the move there is nothing to delete, and deleting nothing is no error.
            File.Delete(temporary);
        }
    }
}
