using HardenBuild.Rules;
using static HardenBuild.Core.Tests.Compose.ComposeCheck;

namespace HardenBuild.Core.Tests.Compose;

/// <summary>Images and settings of services, .NET's among them; a service's lines with its image a case.</summary>
public sealed class ContainerImageRuleTests
{
    [Theory]
    [InlineData("HB2050", "image: redis:[|5-alpine|]")]
    [InlineData("HB2050", "image: node:[|16|]")]
    [InlineData("HB2050", "image: mcr.microsoft.com/dotnet/aspnet:[|6.0|]")]
    [InlineData("HB2050", "image: [|postgres:${PG:-11}|]")]
    [InlineData("HB2050", "image: postgres:17")]
    [InlineData("HB2050", "image: postgres:${PG}")]
    [InlineData("HB2050", "image: postgres")]
    [InlineData("HB2050", "image: registry.example.org/postgres:11")]
    [InlineData("HB2050", "image: postgres:11\n    build: .")]
    [InlineData("HB2074", "image: a:1\n    environment:\n      - DOTNET_ENVIRONMENT=[|development|]")]
    [InlineData("HB2074", "image: a:1\n    environment:\n      NODE_ENV: [|${NODE_ENV:-development}|]")]
    [InlineData("HB2074", "image: a:1\n    environment: {DEBUG: [|1|]}")]
    [InlineData("HB2074", "image: a:1\n    environment: {ASPNETCORE_ENVIRONMENT: Production, NODE_ENV: '${NODE_ENV}', DEBUG: 0, DEBUG_PORT: 1, DOTNET_ENVIRONMENT: }")]
    [InlineData("HB2075", "image: a:1\n    ports: ['80:80']\n    stdin_open: [|true|]")]
    [InlineData("HB2075", "image: a:1\n    stdin_open: true\n    tty: true")]
    [InlineData("HB2075", "image: a:1\n    ports: ['80:80']\n    tty: false")]
    [InlineData("HB7037", "image: a:1\n    read_only: [|true|]\n    environment: {ASPNETCORE_HTTP_PORTS: 8080}")]
    [InlineData("HB7037", "image: a:1\n    read_only: true")]
    [InlineData("HB7037", "image: a:1\n    read_only: true\n    environment: {ASPNETCORE_HTTP_PORTS: 8080, DOTNET_EnableDiagnostics_IPC: 0}")]
    [InlineData("HB7037", "image: a:1\n    read_only: true\n    environment: {ASPNETCORE_HTTP_PORTS: 8080}\n    env_file: app.env")]
    [InlineData("HB7037", "image: a:1\n    read_only: true\n    environment: {ASPNETCORE_HTTP_PORTS: 8080}\n    volumes: [tmp:/tmp]")]
    [InlineData("HB7037", "image: a:1\n    read_only: true\n    environment: {ASPNETCORE_HTTP_PORTS: 8080}\n    tmpfs: /tmp:size=64m")]
    [InlineData("HB7037", "image: a:1\n    read_only: false\n    environment: {ASPNETCORE_HTTP_PORTS: 8080}")]
    [InlineData("HB7045", "image: a:1\n    cpus: 1\n    environment: {DOTNET_gcServer: [|\"1\"|]}")]
    [InlineData("HB7045", "image: a:1\n    deploy: {resources: {limits: {memory: 500M}}}\n    environment: ['DOTNET_gcServer=[|1|]']")]
    [InlineData("HB7045", "image: a:1\n    mem_limit: 512m\n    cpus: 2\n    environment: {DOTNET_gcServer: 1}")]
    [InlineData("HB7045", "image: a:1\n    mem_limit: 256m\n    environment: {DOTNET_gcServer: 0}")]
    [InlineData("HB7045", "image: a:1\n    mem_limit: ${M}\n    environment: {DOTNET_gcServer: 1}")]
    [InlineData("HB7046", "image: a:1\n    environment:\n      - ConnectionStrings__A=Server=tcp:sql.example.org,1433;Database=a;[|Encrypt=False|];[|Trust Server Certificate=True|]")]
    [InlineData("HB7046", "image: a:1\n    environment:\n      DB_CONNECTION_STRING: Host=pg.example.org;[|SslMode=Prefer|]")]
    [InlineData("HB7046", "image: a:1\n    environment:\n      - ConnectionStrings__A=Server=localhost;Encrypt=False\n      - ConnectionStrings__B=Server=${SQL};Encrypt=False\n      - ConnectionStrings__C=Server=sql.example.org;Encrypt=Strict\n      - ConnectionStrings__D=amqp://queue?a=b\n      - Other=Server=sql.example.org;Encrypt=False")]
    [InlineData("HB7047", "image: a:1\n    environment:\n      - ShopConnectionString=Server=sql;[|User Id=sa|];Password=x")]
    [InlineData("HB7047", "image: a:1\n    environment:\n      - ShopConnectionString=Server=sql;User Id=sally\n      - Other=User Id=sa")]
    [InlineData("HB7048", "image: a:1\n    volumes: ['[|~/.aspnet/https|]:/https:ro']")]
    [InlineData("HB7048", "image: a:1\n    volumes:\n      - type: bind\n        source: [|${USERPROFILE}\\.microsoft\\usersecrets|]\n        target: /x")]
    [InlineData("HB7048", "image: a:1\n    volumes: ['${APPDATA}/Shop:/x', './.aspnet/keys:/keys', 'usersecrets:/y']")]
    [InlineData("HB7049", "image: a:1\n    environment: {OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: [|'http://otel.example.org:4318/v1/traces'|]}")]
    [InlineData("HB7049", "image: a:1\n    environment: {OTEL_EXPORTER_OTLP_ENDPOINT: 'http://collector:4317', OTEL_EXPORTER_OTLP_LOGS_ENDPOINT: 'http://127.0.0.1:4317', OTHER: 'http://a.b'}")]
    public void Reports_exactly_the_marks(string id, string lines) => Reports(Rule(id), "services:\n  web:\n    " + lines + "\n");

    [Theory]
    [InlineData("HB2074", "image: a:1\n    environment: {ASPNETCORE_ENVIRONMENT: Development}", "docker-compose.dev.yml")]
    [InlineData("HB7047", "image: a:1\n    environment: {ConnectionStrings__A: 'Server=sql;User Id=sa'}", "docker-compose.override.yml")]
    [InlineData("HB7048", "image: a:1\n    volumes: ['~/.aspnet/https:/https:ro']", "docker-compose.override.yml")]
    public void Leaves_files_of_developers_alone(string id, string lines, string path) => Reports(Rule(id), "services:\n  web:\n    " + lines + "\n", path);

    [Theory]
    [InlineData("compose.yaml", RuleSeverity.Suggestion)]
    [InlineData("compose.override.yaml", null)]
    public void Judges_a_database_of_the_project_by_its_file(string path, RuleSeverity? expected)
    {
        var setting = expected is null ? "Encrypt=False" : "[|Encrypt=False|]";
        var findings = Reports(Rule("HB7046"), $"services:\n  web:\n    image: a:1\n    environment: ['ConnectionStrings__A=Server=Sql;{setting}']\n  sql:\n    image: a:1\n", path);
        Assert.Equal(expected, findings.SingleOrDefault()?.AtMost);
    }

    [Fact]
    public void Reports_one_version_and_one_mode_once()
    {
        Assert.Single(Assert.Single(Reports(Rule("HB2050"), "services:\n  a:\n    image: postgres:[|11|]\n  b:\n    image: postgres:11-alpine\n")).Related);
        Assert.Single(Assert.Single(Reports(Rule("HB2074"), "services:\n  a:\n    image: a:1\n    environment: {NODE_ENV: [|development|]}\n  b:\n    image: a:1\n    environment: {NODE_ENV: development}\n")).Related);
    }

    [Fact]
    public void Corrects_ends_of_support_by_option() => Assert.Empty(Reports(
        Rule("HB2050"),
        new RuleExample("compose.yaml", "services:\n  a:\n    image: postgres:11\n") { Beside = [new(".editorconfig", "[*]\nhardenbuild.hb2050.end_of_support = postgres:11=2099-01-01\n")] }));
}
