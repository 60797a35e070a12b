namespace HardenBuild.Model.Docker;

/// <summary>Facts about public images that a Dockerfile does not show: their user, shell, package manager and variables.</summary>
/// <remarks>
/// Data date 2026-11-23. Checked against a published Dockerfile, image history, vendor page or the maintainers' word: .NET, Docker Hardened Images (runtime variants), Varnish,
/// memcached, HAProxy (from 2.4 on), Elasticsearch 8. The other rows are general knowledge; a row in doubt is left out, so that it is unknown, for a wrong user
/// who is not root hides a finding.
/// Images of the same name in a private registry are not recognised: they may differ.
/// </remarks>
internal static class KnownBaseImages
{
    private const string Hub = "docker.io/";
    private const string Library = "docker.io/library/";

    public static KnownBaseImage? Find(ImageReference image) =>
        DotNetImages.Find(image) ?? FindWindows(image) ?? FindApplication(image) ?? FindServer(image) ?? FindDistribution(image);

    private static KnownBaseImage? FindWindows(ImageReference image) => image.CanonicalRepository switch
    {
        "mcr.microsoft.com/windows/nanoserver" => Windows("ContainerUser"),
        "mcr.microsoft.com/windows/servercore" or "mcr.microsoft.com/windows/server" or "mcr.microsoft.com/windows" => Windows("ContainerAdministrator"),
        "mcr.microsoft.com/windows/servercore/iis" => Windows("ContainerAdministrator"),
        _ => null,
    };

    private static KnownBaseImage Windows(string user) => new()
    {
        OperatingSystem = ContainerOperatingSystem.Windows,
        User = user,
        Shell = ["cmd", "/S", "/C"],
    };

    private static KnownBaseImage? FindDistribution(ImageReference image)
    {
        var repository = image.CanonicalRepository;
        if (repository.StartsWith("gcr.io/distroless/", StringComparison.Ordinal))
            return new KnownBaseImage { User = image.IsTagKnown ? "root" : null, Shell = [] };
        var packageManager = repository switch
        {
            Library + "alpine" => "apk",
            Library + "debian" or Library + "ubuntu" or Library + "buildpack-deps" => "apt-get",
            Library + "fedora" or Library + "almalinux" or Library + "rockylinux" or Library + "amazonlinux" or Library + "oraclelinux" => "dnf",
            Library + "centos" => "yum",
            Library + "archlinux" => "pacman",
            "mcr.microsoft.com/azurelinux/base/core" or "mcr.microsoft.com/cbl-mariner/base/core" => "tdnf",
            Hub + "opensuse/leap" or Hub + "opensuse/tumbleweed" => "zypper",
            _ => null,
        };
        if (packageManager is null && repository != Library + "busybox")
            return null;
        return new KnownBaseImage
        {
            User = "root",
            PackageManager = packageManager,
            IsEnvironmentComplete = repository is Library + "alpine" or Library + "debian" or Library + "ubuntu" or Library + "busybox",
        };
    }

    private static KnownBaseImage? FindApplication(ImageReference image)
    {
        var user = UserOf(image);
        return user is null ? null : new KnownBaseImage { User = user, Shell = HasNoShell(image) ? [] : ["/bin/sh", "-c"] };
    }

    /// <summary>Servers whose <c>docker-entrypoint.sh</c> starts as root, to own its folder of data, and then changes to a user of its own with <c>gosu</c> or the like.</summary>
    private static KnownBaseImage? FindServer(ImageReference image)
    {
        var changesUser = image.CanonicalRepository switch
        {
            Library + "postgres" or Hub + "postgis/postgis" or Hub + "pgvector/pgvector" or Hub + "timescale/timescaledb" => true,
            Library + "mysql" or Library + "mariadb" or Library + "mongo" or Library + "redis" or Hub + "valkey/valkey" => true,
            Library + "rabbitmq" or Library + "cassandra" or Library + "couchdb" or Library + "zookeeper" or Library + "neo4j" or Library + "ghost" => true,
            Hub + "hashicorp/consul" or Hub + "hashicorp/vault" => true,
            Library + "elasticsearch" or "docker.elastic.co/elasticsearch/elasticsearch" or "docker.elastic.co/elasticsearch/elasticsearch-oss" =>
                MajorOf(image.Tag?.Value ?? "") is 6 or 7,
            _ => false,
        };
        return changesUser ? new KnownBaseImage { User = "root", ChangesUserAtStart = true } : null;
    }

    private static string? UserOf(ImageReference image)
    {
        var repository = image.CanonicalRepository;
        var tag = image.Tag?.Value ?? "";
        if (tag.Contains("nonroot", StringComparison.Ordinal) || tag.Contains("rootless", StringComparison.Ordinal))
            return "65532";
        if (StartsWith(repository, "cgr.dev/chainguard/") || StartsWith(repository, Hub + "chainguard/"))
            return IsChainguardRuntime(repository.Substring(repository.LastIndexOf('/') + 1)) ? "65532" : null;
        if (StartsWith(repository, "dhi.io/"))
            return IsDevelopmentTag(tag) ? null : "65532";
        if (repository.EndsWith("-nonroot", StringComparison.Ordinal) || repository.EndsWith("-unprivileged", StringComparison.Ordinal))
            return "65532";
        if (StartsWith(repository, Hub + "bitnami/") || StartsWith(repository, Hub + "bitnamilegacy/") || StartsWith(repository, Hub + "bitnamisecure/"))
            return IsBitnamiDevelopment(repository.Substring(repository.LastIndexOf('/') + 1)) ? null : "1001";
        if (StartsWith(repository, "registry.access.redhat.com/ubi") && repository.IndexOf('/', "registry.access.redhat.com/".Length) is var slash and > 0)
            return UbiUserOf(repository.Substring(slash + 1));
        return repository switch
        {
            Library + "elasticsearch" or "docker.elastic.co/elasticsearch/elasticsearch" => MajorOf(tag) >= 8 ? "1000" : null,
            Library + "kibana" or "docker.elastic.co/kibana/kibana" or "docker.elastic.co/kibana/kibana-oss" => "1000",
            Library + "logstash" or "docker.elastic.co/logstash/logstash" or "docker.elastic.co/logstash/logstash-oss" => "1000",
            Hub + "opensearchproject/opensearch" => "1000",
            Library + "solr" => "8983",
            Library + "varnish" => "varnish",
            Library + "memcached" => "11211:11211",
            Library + "haproxy" => MajorOf(tag) >= 3 || tag is "latest" or "lts" || StartsWith(tag, "2.4") || StartsWith(tag, "2.5") || StartsWith(tag, "2.6") || StartsWith(tag, "2.7") || StartsWith(tag, "2.8")
                || StartsWith(tag, "2.9") ? "haproxy" : null,
            Hub + "grafana/grafana" or Hub + "grafana/grafana-oss" or Hub + "grafana/grafana-enterprise" => "472",
            Hub + "prom/prometheus" or "quay.io/prometheus/prometheus" => "nobody",
            Hub + "prom/alertmanager" or "quay.io/prometheus/alertmanager" => "nobody",
            Hub + "jenkins/jenkins" => "jenkins",
            Hub + "selenium/standalone-chrome" or Hub + "selenium/standalone-firefox" => "1200",
            "quay.io/keycloak/keycloak" => "1000",
            "mcr.microsoft.com/mssql/server" => MajorOf(tag) >= 2019 ? "mssql" : null,
            _ => null,
        };
    }

    /// <summary>Red Hat's language images run as 1001, those of Java as 185; the plain distribution images run as root.</summary>
    private static string? UbiUserOf(string name)
    {
        if (name is "ubi" or "ubi-minimal" or "ubi-micro" or "ubi-init" or "toolbox")
            return "root";
        if (StartsWith(name, "openjdk-"))
            return "185";
        var isLanguage = StartsWith(name, "nodejs-") || StartsWith(name, "python-") || StartsWith(name, "ruby-") || StartsWith(name, "php-") || StartsWith(name, "perl-")
            || StartsWith(name, "dotnet-") || StartsWith(name, "nginx-") || StartsWith(name, "httpd-") || name == "go-toolset";
        return isLanguage ? "1001" : null;
    }

    /// <summary>Images to run something in; the ones to build with are not alike.</summary>
    private static bool IsChainguardRuntime(string name) =>
        name is "static" or "glibc-dynamic" or "cc-dynamic" or "nginx" or "node" or "python" or "jre" or "dotnet-runtime" or "aspnet-runtime" or "ruby" or "php";

    /// <summary>Images for building and for languages, unlike the servers, start as root.</summary>
    private static bool IsBitnamiDevelopment(string name) =>
        name is "minideb" or "node" or "node-min" or "python" or "python-min" or "ruby" or "ruby-min" or "golang" or "java" or "java-min" or "php-fpm" or "dotnet" or "dotnet-sdk" or "aspnet-core"
            or "git" or "laravel" or "symfony" or "rails" or "express" or "gradle" or "rust" or "deno";

    /// <summary>The number that a tag begins with; 0 when it begins with something else.</summary>
    private static int MajorOf(string tag)
    {
        var value = 0;
        for (var i = 0; i < tag.Length && i < 4 && tag[i] is >= '0' and <= '9'; i++)
            value = (value * 10) + tag[i] - '0';
        return value;
    }

    /// <summary>Docker Hardened Images for build stages, which need not run as the user of the runtime variants.</summary>
    private static bool IsDevelopmentTag(string tag) =>
        tag.EndsWith("-dev", StringComparison.Ordinal) || tag.Contains("-dev-", StringComparison.Ordinal) || tag.Contains("-sdk", StringComparison.Ordinal);

    private static bool HasNoShell(ImageReference image) =>
        StartsWith(image.CanonicalRepository, "gcr.io/distroless/") || StartsWith(image.CanonicalRepository, "cgr.dev/chainguard/");

    private static bool StartsWith(string repository, string prefix) => repository.StartsWith(prefix, StringComparison.Ordinal);
}
