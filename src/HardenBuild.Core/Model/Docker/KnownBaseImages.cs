namespace HardenBuild.Model.Docker;

/// <summary>Facts about public images that a Dockerfile does not show: their user, shell, package manager and variables.</summary>
/// <remarks>
/// Data date 2026-11-23. Checked against a published Dockerfile, image history or vendor page: .NET 8 chiseled, Docker Hardened Images (runtime variants), Varnish,
/// memcached. The other rows are general knowledge that nobody has checked against the images yet; a row in doubt is left out, so that it is unknown.
/// Images of the same name in a private registry are not recognised: they may differ.
/// </remarks>
internal static class KnownBaseImages
{
    private const string Hub = "docker.io/";
    private const string Library = "docker.io/library/";

    public static KnownBaseImage? Find(ImageReference image) =>
        DotNetImages.Find(image) ?? FindWindows(image) ?? FindApplication(image) ?? FindDistribution(image);

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

    private static string? UserOf(ImageReference image)
    {
        var repository = image.CanonicalRepository;
        var tag = image.Tag?.Value ?? "";
        if (tag.Contains("nonroot", StringComparison.Ordinal) || tag.Contains("rootless", StringComparison.Ordinal))
            return "65532";
        if (StartsWith(repository, "cgr.dev/chainguard/") || StartsWith(repository, Hub + "chainguard/"))
            return repository.EndsWith("/wolfi-base", StringComparison.Ordinal) ? null : "65532";
        if (StartsWith(repository, "dhi.io/"))
            return IsDevelopmentTag(tag) ? null : "65532";
        if (repository.EndsWith("-nonroot", StringComparison.Ordinal) || repository.EndsWith("-unprivileged", StringComparison.Ordinal))
            return "65532";
        if (StartsWith(repository, Hub + "bitnami/") || StartsWith(repository, Hub + "bitnamilegacy/") || StartsWith(repository, Hub + "bitnamisecure/"))
            return "1001";
        if (StartsWith(repository, "registry.access.redhat.com/ubi") && repository.IndexOf('/', "registry.access.redhat.com/".Length) is var slash and > 0)
            return UbiUserOf(repository.Substring(slash + 1));
        return repository switch
        {
            Library + "elasticsearch" or "docker.elastic.co/elasticsearch/elasticsearch" or "docker.elastic.co/elasticsearch/elasticsearch-oss" => "1000",
            Library + "kibana" or "docker.elastic.co/kibana/kibana" or "docker.elastic.co/kibana/kibana-oss" => "1000",
            Library + "logstash" or "docker.elastic.co/logstash/logstash" or "docker.elastic.co/logstash/logstash-oss" => "1000",
            Hub + "opensearchproject/opensearch" => "1000",
            Library + "solr" => "8983",
            Library + "varnish" => "varnish",
            Library + "memcached" => "11211:11211",
            Library + "haproxy" => "haproxy",
            Hub + "grafana/grafana" or Hub + "grafana/grafana-oss" or Hub + "grafana/grafana-enterprise" => "472",
            Hub + "prom/prometheus" or "quay.io/prometheus/prometheus" => "nobody",
            Hub + "prom/alertmanager" or "quay.io/prometheus/alertmanager" => "nobody",
            Hub + "jenkins/jenkins" => "jenkins",
            Hub + "selenium/standalone-chrome" or Hub + "selenium/standalone-firefox" => "1200",
            "quay.io/keycloak/keycloak" => "1000",
            "mcr.microsoft.com/mssql/server" => "mssql",
            _ => null,
        };
    }

    /// <summary>Red Hat's language images run as 1001; the plain distribution images run as root.</summary>
    private static string? UbiUserOf(string name) =>
        name is "ubi" or "ubi-minimal" or "ubi-micro" or "ubi-init" or "toolbox" ? "root" : "1001";

    /// <summary>Docker Hardened Images for build stages, which need not run as the user of the runtime variants.</summary>
    private static bool IsDevelopmentTag(string tag) =>
        tag.EndsWith("-dev", StringComparison.Ordinal) || tag.Contains("-dev-", StringComparison.Ordinal) || tag.Contains("-sdk", StringComparison.Ordinal);

    private static bool HasNoShell(ImageReference image) =>
        StartsWith(image.CanonicalRepository, "gcr.io/distroless/") || StartsWith(image.CanonicalRepository, "cgr.dev/chainguard/");

    private static bool StartsWith(string repository, string prefix) => repository.StartsWith(prefix, StringComparison.Ordinal);
}
