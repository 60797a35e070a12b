using System.Globalization;

namespace HardenBuild.Benchmarks;

/// <summary>A solution as many look: services with an image each, one Compose file, one chart.</summary>
internal static class GeneratedSolution
{
    public const string PackageVersion = "99.0.0-cost";

    /// <returns>The folder.</returns>
    public static string Write(string folder, int projects, string feed, bool isReferencing)
    {
        Write(folder, ".git/HEAD", "ref: refs/heads/main\n");
        Write(folder, "nuget.config", $"""
            <configuration>
              <config><add key="globalPackagesFolder" value="../packages" /></config>
              <packageSources><clear /><add key="packed" value="{feed}" /></packageSources>
            </configuration>
            """);
        var reference = isReferencing ? $"""<PackageReference Include="HardenBuild" Version="{PackageVersion}" PrivateAssets="all" />""" : "";
        Write(folder, "Directory.Build.props", $"""
            <Project>
              <PropertyGroup><TargetFramework>net10.0</TargetFramework><EnableSourceControlManagerQueries>false</EnableSourceControlManagerQueries></PropertyGroup>
              <ItemGroup>{reference}</ItemGroup>
            </Project>
            """);
        var names = Enumerable.Range(1, projects).Select(static i => string.Create(CultureInfo.InvariantCulture, $"Service{i}")).ToArray();
        Write(folder, "Solution.slnx", $"<Solution>{string.Concat(names.Select(static name => $"<Project Path=\"{name}/{name}.csproj\" />"))}</Solution>");
        foreach (var name in names)
        {
            Write(folder, $"{name}/{name}.csproj", """<Project Sdk="Microsoft.NET.Sdk" />""");
            Write(folder, $"{name}/Class.cs", $"namespace {name}; public sealed class Class;\n");
            Write(folder, $"{name}/Dockerfile", $"""
                FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
                WORKDIR /src
                COPY {name}.csproj .
                RUN dotnet restore
                COPY . .
                RUN dotnet publish -c Release -o /app
                FROM mcr.microsoft.com/dotnet/aspnet:10.0
                COPY --from=build /app /app
                ENTRYPOINT ["dotnet", "/app/{name}.dll"]

                """);
        }

        Write(folder, "compose.yaml", "services:\n" + string.Concat(names.Select(static name => $"  {name.ToLowerInvariant()}:\n    build: {name}\n")));
        Write(folder, "chart/Chart.yaml", "apiVersion: v2\nname: services\nversion: 1.0.0\n");
        Write(folder, "chart/values.yaml", "services: [" + string.Join(", ", names.Select(static name => name.ToLowerInvariant())) + "]\n");
        Write(folder, "chart/templates/deployments.yaml", """
            {{- range .Values.services }}
            ---
            apiVersion: apps/v1
            kind: Deployment
            metadata: { name: {{ . }} }
            spec:
              selector: { matchLabels: { app: {{ . }} } }
              template:
                metadata: { labels: { app: {{ . }} } }
                spec:
                  containers:
                    - name: {{ . }}
                      image: ghcr.io/acme/{{ . }}:1.4
            {{- end }}

            """);
        return folder;
    }

    /// <summary>Leaves what a restore wrote and nothing that a build did.</summary>
    public static void Clean(string folder)
    {
        Delete(Path.Combine(folder, "obj"));
        foreach (var project in Directory.GetDirectories(folder, "Service*"))
        {
            Delete(Path.Combine(project, "bin"));
            Delete(Path.Combine(project, "obj", "Debug"));
        }
    }

    private static void Delete(string folder)
    {
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
    }

    private static void Write(string folder, string file, string text)
    {
        var path = Path.Combine(folder, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }
}
