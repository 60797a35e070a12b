using HardenBuild.Core.Tests.Discovery;
using HardenBuild.Scanning;
using HardenBuild.Scanning.Caching;

namespace HardenBuild.Core.Tests.Scanning;

/// <summary>A repository on disk, a solution's folder above it, and the cache that its scans share.</summary>
internal sealed class CachedRepository : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public CachedRepository()
    {
        Write("Dockerfile", """
            FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
            WORKDIR /src
            COPY Web.csproj nuget.config ./
            COPY appsettings.json ./
            COPY . .
            RUN dotnet publish Web.csproj -o /app
            FROM debian:latest
            COPY --from=build /app /app
            """);
        Write("Web.csproj", "<Project Sdk=\"Microsoft.NET.Sdk.Web\"><PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup></Project>\n");
        Write("appsettings.json", "{\n  \"ConnectionStrings\": {\n    \"Shop\": \"Server=db;Trusted_Connection=True\"\n  }\n}\n");
        Write("compose.yaml", "services:\n  web:\n    image: web:${TAG:-1.2}\n    privileged: ${PRIVILEGED:-false}\n");
        Write("k8s/pod.yaml", "apiVersion: v1\nkind: Pod\nmetadata: {name: web}\nspec:\n  containers:\n  - {name: web, image: 'web:1.2', securityContext: {privileged: true}}\n");
        Folder = ResultFolder.TryOpen(_folder["cache"]);
        Options = new ScanOptions { Paths = [Root], Root = Root };
    }

    public ScanOptions Options { get; set; }

    public ResultCache Cache { get; } = new();

    public ResultFolder? Folder { get; set; }

    public string Root => _folder["repository"];

    public string this[string relative] => Path.Combine(Root, relative);

    public void Write(string relative, string text) => _folder.Write(Path.Combine("repository", relative), text);

    public ScanResult Scan() => Scan(Cache);

    /// <summary>Scans with nothing but what is on disk.</summary>
    public ScanResult ScanAsNextProcess() => Scan(new ResultCache());

    /// <summary>What a scan without a cache reports, in words.</summary>
    public string Report() => Report(Scanner.Scan(Options, TestContext.Current.CancellationToken));

    public static string Report(ScanResult result) => string.Join('\n', [
        .. result.Findings.Select(static reported =>
            $"{reported.Finding.Location}: {reported.Severity} {reported.Finding.Rule.Id}: {reported.Finding.Message} {reported.Finding.LogicalPath} {reported.SuppressedBy} {reported.IsInBaseline} "
            + string.Join(", ", reported.Finding.Related.Select(static related => $"{related.Location} {related.Message}"))),
        .. result.Files,
        .. result.PathErrors,
    ]);

    public void Dispose() => _folder.Dispose();

    private ScanResult Scan(ResultCache cache)
    {
        var result = Scanner.Scan(Options, cache, Folder, TestContext.Current.CancellationToken);
        Folder?.Flush();
        return result;
    }
}
