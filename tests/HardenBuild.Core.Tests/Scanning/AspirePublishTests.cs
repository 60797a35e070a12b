using HardenBuild.Rules;
using HardenBuild.Scanning;

namespace HardenBuild.Core.Tests.Scanning;

/// <summary>What <c>aspire publish</c> writes is found by itself, and read as what it is: shapes as of Aspire 13.</summary>
public sealed class AspirePublishTests : IDisposable
{
    private const string Compose = """
        services:
          env-dashboard:
            image: "mcr.microsoft.com/dotnet/nightly/aspire-dashboard:latest"
            ports:
              - "18888"
            expose:
              - "18889"
            networks:
              - "aspire"
            restart: "always"
          apiservice:
            image: "${APISERVICE_IMAGE}"
            environment:
              ASPNETCORE_FORWARDEDHEADERS_ENABLED: "true"
              HTTP_PORTS: "${APISERVICE_PORT}"
              ConnectionStrings__db: "Host=db;Username=postgres;Password=${DB_PASSWORD}"
            expose:
              - "${APISERVICE_PORT}"
            networks:
              - "aspire"
        networks:
          aspire:
            driver: "bridge"

        """;

    private const string Deployment = """
        ---
        apiVersion: "apps/v1"
        kind: "Deployment"
        metadata:
          name: "apiservice-deployment"
          labels:
            app.kubernetes.io/name: "shop"
            app.kubernetes.io/component: "apiservice"
            app.kubernetes.io/instance: "{{ .Release.Name }}"
        spec:
          template:
            metadata:
              labels:
                app.kubernetes.io/name: "shop"
                app.kubernetes.io/component: "apiservice"
                app.kubernetes.io/instance: "{{ .Release.Name }}"
            spec:
              containers:
                - image: "{{ .Values.parameters.apiservice.apiservice_image }}"
                  name: "apiservice"
                  envFrom:
                    - configMapRef:
                        name: "apiservice-config"
                  ports:
                    - name: "http"
                      protocol: "TCP"
                      containerPort: {{ .Values.parameters.apiservice.port_http | int }}
                  imagePullPolicy: "IfNotPresent"
          selector:
            matchLabels:
              app.kubernetes.io/name: "shop"
              app.kubernetes.io/component: "apiservice"
              app.kubernetes.io/instance: "{{ .Release.Name }}"
          replicas: 1
          revisionHistoryLimit: 3
          strategy:
            rollingUpdate:
              maxSurge: 1
              maxUnavailable: 1
            type: "RollingUpdate"

        """;

    private readonly string _root = Directory.CreateTempSubdirectory("hardenbuild-aspire-").FullName;

    public AspirePublishTests()
    {
        Write("Shop.AppHost/aspire-output/docker-compose.yaml", Compose);
        Write("Shop.AppHost/aspire-output/.env", "# Container image name for apiservice\nAPISERVICE_IMAGE=apiservice:latest\n\n# Default container port for apiservice\nAPISERVICE_PORT=8080\n\n# Parameter db-password\nDB_PASSWORD=\n");
        Write("Shop.AppHost/k8s/Chart.yaml", "apiVersion: \"v2\"\nname: \"shop\"\nversion: \"0.1.0\"\nkubeVersion: \">= 1.18.0-0\"\ndescription: \"Aspire Helm Chart\"\ntype: \"application\"\nappVersion: \"0.1.0\"\ndeprecated: false\n");
        Write("Shop.AppHost/k8s/values.yaml", "parameters:\n  apiservice:\n    port_http: \"8080\"\n    apiservice_image: \"apiservice:latest\"\nsecrets:\n  db:\n    db_password: \"\"\nconfig:\n  apiservice:\n    HTTP_PORTS: \"8080\"\n");
        Write("Shop.AppHost/k8s/templates/apiservice/deployment.yaml", Deployment);
        Write("Shop.AppHost/k8s/templates/apiservice/config.yaml", "---\napiVersion: \"v1\"\nkind: \"ConfigMap\"\nmetadata:\n  name: \"apiservice-config\"\ndata:\n  HTTP_PORTS: \"{{ .Values.config.apiservice.HTTP_PORTS }}\"\n");
    }

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [Fact]
    public void Its_Compose_file_and_chart_are_found_and_read_without_complaint()
    {
        var result = Scan();
        Assert.Equal(
            ["aspire-output/docker-compose.yaml", "k8s/Chart.yaml", "k8s/templates/apiservice/config.yaml", "k8s/templates/apiservice/deployment.yaml", "k8s/values.yaml"],
            result.Files.Select(file => file["Shop.AppHost/".Length..]).Order(StringComparer.Ordinal));
        Assert.Equal(0, result.TemplatesNotRendered);
        Assert.DoesNotContain(result.Findings, reported => reported.Finding.Rule.Category == RuleCategory.Tool);
    }

    [Fact]
    public void What_it_says_is_reported_where_it_is_written()
    {
        var found = Scan().Findings.Select(reported => $"{reported.Finding.Rule.Id} {Path.GetFileName(reported.Finding.Location.Source.Path)} '{reported.Finding.Location.Source.Substring(reported.Finding.Location.Span)}'").ToList();
        Assert.Contains(found, finding => finding.StartsWith("HB2048 docker-compose.yaml '", StringComparison.Ordinal) && finding.Contains("latest", StringComparison.Ordinal));
        Assert.Contains(found, finding => finding.StartsWith("HB3", StringComparison.Ordinal) && finding.Contains("deployment.yaml '\"apiservice\"'", StringComparison.Ordinal));
    }

    [Fact]
    public void A_password_that_is_left_empty_is_no_secret() =>
        Assert.DoesNotContain(Scan().Findings, reported => reported.Finding.Rule.Id is "HB2055" or "HB2056" or "HB2057");

    [Fact]
    public void Output_that_version_control_ignores_is_left_out()
    {
        Write(".gitignore", "aspire-output/\nk8s/\n");
        Assert.Empty(Scan().Files);
    }

    private ScanResult Scan() => Scanner.Scan(new ScanOptions { Paths = [_root], Root = _root, Mode = RuleMode.Hardened }, TestContext.Current.CancellationToken);

    private void Write(string path, string text)
    {
        var full = Path.Combine(_root, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllText(full, text);
    }
}
