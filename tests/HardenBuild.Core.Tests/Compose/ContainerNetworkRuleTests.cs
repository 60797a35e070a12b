using HardenBuild.Rules;
using static HardenBuild.Core.Tests.Compose.ComposeCheck;

namespace HardenBuild.Core.Tests.Compose;

/// <summary>Ports and networks, one service's lines a case.</summary>
public sealed class ContainerNetworkRuleTests
{
    [Theory]
    [InlineData("HB2035", "ports: ['[|25|]:25', '127.0.0.1:[|22|]:2222', '[|1000-1100|]:1000-1100', '[::1]:[|636|]:636']")]
    [InlineData("HB2035", "ports:\n  - target: 8080\n    published: [|88|]")]
    [InlineData("HB2035", "ports:\n  - [|${PORT:-81}|]:8080")]
    [InlineData("HB2035", "ports: ['80:8080', '443:8443', '53:53/udp', '1024:80', '80', '10.0.0.1:8080:25', '${PORT}:25']\nexpose: [25]")]
    [InlineData("HB2036", "ports: [[|'0.0.0.0:8080:80'|]]")]
    [InlineData("HB2036", "ports: [[|'[::]:8080:80'|]]")]
    [InlineData("HB2036", "ports: [[|8080|]]")]
    [InlineData("HB2036", "ports: [[|'${PORT}:80'|]]")]
    [InlineData("HB2036", "ports: [[|'${PORT:-8080}:80'|]]")]
    [InlineData("HB2036", "ports:\n  - target: 80\n    published: [|\"8080\"|]")]
    [InlineData("HB2036", "ports:\n  - target: 80\n    published: 8080\n    host_ip: 127.0.0.1")]
    [InlineData("HB2036", "ports: [[|'80-443:8000-8363'|], '80:80', '443:8443', '80:80/udp']")]
    [InlineData("HB2036", "ports: ['127.0.0.1:8080:80', '[::1]:8080:80', '${BIND_IP}:${P}:80', '${BIND}:80', '${BIND:-127.0.0.1:8080}:80', '${BIND:-127.0.0.1}:8080:80', '5432:5432']\nexpose: ['80']")]
    [InlineData("HB2037", "ports: [[|'15432:5432'|]]")]
    [InlineData("HB2037", "ports: [[|'2370-2380:2370-2380'|]]")]
    [InlineData("HB2037", "ports:\n  - target: 6379\n    published: [|6379|]")]
    [InlineData("HB2037", "ports: ['127.0.0.1:5432:5432', '5432:80', '${DB_ADDRESS}:5432:5432', '5432:${PORT}', '22:22/udp']\nexpose: [5432]")]
    [InlineData("HB2052", "network_mode: [|bridge|]")]
    [InlineData("HB2052", "network_mode: none")]
    [InlineData("HB2052", "networks: [bridge]")]
    [InlineData("HB2054", "links: [[|'db:database'|]]")]
    [InlineData("HB2054", "external_links:\n  - [|redis_1|]")]
    [InlineData("HB2054", "depends_on: [db]")]
    public void Reports_exactly_the_marks(string id, string lines) => Reports(Rule(id), Web(lines));

    [Fact]
    public void Reports_all_open_ports_of_a_project_once()
    {
        var finding = Assert.Single(Reports(Rule("HB2036"), "services:\n  web:\n    image: a:1\n    ports: [[|\"8080:80\"|], \"8443:443\"]\n  api:\n    image: a:1\n    ports: [\"8081:80\"]\n"));
        Assert.Equal(2, finding.Related.Length);
        Assert.Equal(2, finding.Repeats.Length);
    }

    [Fact]
    public void Counts_the_same_port_of_a_base_file_and_its_override_once() =>
        Assert.Empty(Assert.Single(Reports(Rule("HB2036"), [("compose.yaml", Web("ports: [[|\"8080:80\"|]]")), ("compose.override.yaml", "services:\n  web:\n    ports: [\"8080:80\"]\n")])).Related);

    [Theory]
    [InlineData("compose.yaml", RuleSeverity.Warning)]
    [InlineData("docker-compose.override.yml", RuleSeverity.Suggestion)]
    public void Finds_a_developer_s_database_less_bad(string path, RuleSeverity expected) =>
        Assert.Equal(expected, Assert.Single(Reports(Rule("HB2037"), Web("ports: [[|\"5432:5432\"|]]"), path)).AtMost);

    [Fact]
    public void Reports_one_network_for_all_from_three_services_on()
    {
        const string Three = "services:\n  web:\n    image: a:1\n  api:\n    image: a:1\n  db:\n    image: a:1\n";
        var finding = Assert.Single(Reports(Rule("HB2051"), Three.Replace("web", "[|web|]", StringComparison.Ordinal)));
        Assert.Equal(2, finding.Related.Length);
        Reports(Rule("HB2051"), Three + "    networks: [back]\nnetworks:\n  back:\n");
        Reports(Rule("HB2051"), Three + "    network_mode: none\n");
    }

    [Fact]
    public void Looks_up_networks_of_the_project()
    {
        Reports(Rule("HB2052"), Web("networks: [old]") + "networks:\n  old:\n    external: true\n    name: [|bridge|]\n");
        Reports(Rule("HB2052"), Web("networks: [old]") + "networks:\n  old:\n    name: bridge\n");
        Reports(Rule("HB2053"), Web("networks: {back: {aliases: [x]}}") + "networks:\n  back:\n    driver: [|overlay|]\n    driver_opts: {encrypted: \"false\"}\n");
        Reports(Rule("HB2053"), Web("hostname: web") + "networks:\n  default:\n    driver: [|overlay|]\n");
        Reports(Rule("HB2053"), Web("networks: [back, out, near]") + "networks:\n  back:\n    driver: overlay\n    driver_opts: {encrypted: }\n  out:\n    external: true\n    driver: overlay\n  near:\n    driver: bridge\n");
    }
}
