using HardenBuild.Rules;

namespace HardenBuild.Core.Tests.Rules.Compose;

/// <summary>Rules that look at several services, files and folders.</summary>
public sealed class ComposeWholeProjectTests
{
    [Fact]
    public void Compares_ports_and_names_of_services_that_run_together()
    {
        Verify("HB2039", ("compose.yaml", "services:\n  a:\n    image: a:1\n    profiles: [x]\n    ports: ['80:80']\n  b:\n    image: a:1\n    profiles: [y]\n    ports: ['80:80']\n  c:\n    image: a:1\n    profiles: [y, z]\n    ports: [[|'80:80'|]]\n"));
        Verify("HB2040", ("compose.yaml", "services:\n  a:\n    image: a:1\n    container_name: n\n  b:\n    image: a:1\n    container_name: ${N}\n  c:\n    image: a:1\n    container_name: [|n|]\n"));
    }

    [Fact]
    public void Looks_at_ports_after_the_merge() => Verify(
        "HB2039",
        ("compose.yaml", "services:\n  a:\n    image: a:1\n    ports: ['80:80']\n  b:\n    image: a:1\n    ports: ['80:80']\n"),
        ("compose.override.yaml", "services:\n  b:\n    ports: !override ['81:80']\n"));

    [Fact]
    public void Reports_a_service_without_an_image_in_the_merged_project_alone()
    {
        Verify("HB2045", ("compose.yaml", "services:\n  a:\n    user: x\n  [|b|]:\n    user: x\n"), ("compose.override.yaml", "services:\n  a:\n    image: a:1\n"));
        Verify("HB2045", ("compose.yaml", "services:\n  a:\n    user: x\n"), ("compose.prod.yaml", "services:\n  a:\n    image: a:1\n"));
        Verify("HB2045", ("compose.yaml", "services:\n  a:\n    image: a:1\n"), ("compose.prod.yaml", "services:\n  a:\n    user: x\n  [|c|]:\n    user: x\n"));
        Verify("HB2045", ("compose.override.yaml", "services:\n  a:\n    user: x\n"));
        Verify("HB2045", ("compose.yaml", "services:\n  a:\n    extends: {file: '${F}', service: x}\n  [|b|]:\n"));
    }

    [Fact]
    public void Finds_definitions_in_all_files_that_may_be_merged()
    {
        Verify("HB2066", ("compose.yaml", "services:\n  a:\n    image: a:1\n    networks: [n]\n"), ("compose.override.yaml", "networks:\n  n:\n"));
        Verify("HB2066", ("compose.yaml", "services:\n  a:\n    image: a:1\n    networks: [n]\n"), ("compose.prod.yaml", "networks:\n  n:\n"));
        Verify("HB2066", ("compose.yaml", "include: [n/compose.yaml]\nservices:\n  a:\n    image: a:1\n    networks: [n, [|m|]]\n"), ("n/compose.yaml", "networks:\n  n:\n"));
        Verify("HB2066", ("docker-compose.prod.yml", "services:\n  a:\n    image: a:1\n    networks: [[|n|]]\n"));
    }

    [Fact]
    public void Reports_dependencies_in_a_circle_and_those_that_profiles_leave_out()
    {
        Verify("HB2066", ("compose.yaml", "services:\n  a:\n    image: a:1\n    depends_on: [b]\n  b:\n    image: a:1\n    links: [c]\n  c:\n    image: a:1\n    network_mode: service:[|a|]\n"));
        Verify("HB2066", ("compose.yaml", "services:\n  a:\n    image: a:1\n    depends_on: [b, c]\n  b:\n    image: a:1\n    depends_on: [c]\n  c:\n    image: a:1\n"));
        Verify("HB2066", ("compose.yaml", "services:\n  a:\n    image: a:1\n    depends_on: [[|b|]]\n  b:\n    image: a:1\n    profiles: [x]\n  c:\n    image: a:1\n    profiles: [x]\n    depends_on: [b]\n"));
    }

    [Fact]
    public void Reports_missing_files_where_they_are_named()
    {
        Verify("HB2066", ("compose.yaml", "services:\n  a:\n    extends: {file: [|b.yaml|], service: c}\n"));
        Verify("HB2066", ("compose.yaml", "include: [[|b.yaml|]]\n"));
        Verify("HB2066", ("compose.yaml", "services:\n  a:\n    image: a:1\n    env_file: [[|web.txt|], b.txt, {path: c.txt, required: false}]\n"), ("b.txt", "A=1\n"));
        Verify("HB2066", ("compose.yaml", "services:\n  a:\n    image: a:1\n    env_file: app.txt\n"), ("app.txt.example.txt", "A=1\n"));
    }

    [Fact]
    public void Looks_for_folders_dockerfiles_and_stages()
    {
        const string Dockerfile = "FROM a:1 AS base\nFROM base AS Final\n";
        Verify("HB2062", ("compose.yaml", "services:\n  a:\n    build: [|./b|]\n"), ("a/Dockerfile", Dockerfile));
        Verify("HB2062", ("compose.yaml", "services:\n  a:\n    build:\n      context: a\n      dockerfile: [|Dockerfile.dev|]\n"), ("a/Dockerfile", Dockerfile));
        Verify("HB2062", ("compose.yaml", "services:\n  a:\n    build:\n      context: a\n      target: [|last|]\n"), ("a/Dockerfile", Dockerfile));
        Verify("HB2062", ("compose.yaml", "services:\n  a:\n    build:\n      context: a\n      target: final\n  b:\n    build:\n      context: .\n      dockerfile: a/Dockerfile\n      target: '1'\n  c:\n    build:\n      context: ${C}\n  d:\n    build: ../out\n"), ("a/Dockerfile", Dockerfile));
    }

    [Fact]
    public void Asks_the_dockerfile_for_a_health_check()
    {
        const string Compose = "services:\n  web:\n    image: a:1\n    depends_on:\n      db:\n        condition: [|service_healthy|]\n  db:\n    build: db\n";
        Verify("HB2033", ("compose.yaml", Compose), ("db/Dockerfile", "FROM a:1\n"));
        Verify("HB2033", ("compose.yaml", Compose.Replace("[|", "", StringComparison.Ordinal).Replace("|]", "", StringComparison.Ordinal)), ("db/Dockerfile", "FROM a:1\nHEALTHCHECK CMD x\n"));
        Verify("HB2033", ("compose.yaml", "services:\n  web:\n    image: a:1\n    depends_on:\n      job:\n        condition: [|service_completed_successfully|]\n  job:\n    image: a:1\n    restart: always\n"));
        Verify("HB2033", ("compose.yaml", "services:\n  web:\n    image: a:1\n    depends_on: [db]\n  db:\n    image: a:1\n"));
    }

    [Fact]
    public void Reports_what_stands_beside_external()
    {
        Verify("HB2069", ("compose.yaml", "networks:\n  a:\n    external: true\n    name: n\n  b:\n    external: false\n    driver: x\n  c:\n    external: true\n    [|driver|]: x\n    [|labels|]: [a=1]\n  d:\n    [|name|]: n\n    external:\n      name: m\n"));
        Verify("HB2070", ("compose.yaml", "secrets:\n  a:\n    file: x\n    [|environment|]: Y\n  [|b|]:\n    labels: [a=1]\n  c:\n    external: true\n  d:\n    environment: Z\nconfigs:\n  e:\n    content: x\n"));
    }

    [Fact]
    public void Reports_a_variable_once_and_not_what_is_documented()
    {
        var findings = RuleVerifier.Scan(Rule("HB2072"), [("compose.yaml", "services:\n  a:\n    image: a:${TAG}\n    user: ${WHO}\n"), ("compose.prod.yaml", "services:\n  a:\n    user: ${WHO}\n")]);
        Assert.Equal(["TAG", "WHO", "WHO"], findings.Select(finding => finding.Arguments[0]).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Finds_the_same_token_once_in_all_projects_of_a_file() => Verify(
        "HB2048",
        ("docker-compose.yml", "services:\n  a:\n    image: [|a|]\n"),
        ("docker-compose.prod.yml", "services:\n  a:\n    user: x\n"),
        ("docker-compose.test.yml", "services:\n  a:\n    user: y\n"));

    private static void Verify(string id, params (string Path, string Marked)[] files) => RuleVerifier.Verify(Rule(id), files);

    private static ComposeRule Rule(string id) => RuleCatalog.Compose.Single(rule => rule.Id == id);
}
