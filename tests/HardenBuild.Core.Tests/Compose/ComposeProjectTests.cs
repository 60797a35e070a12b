using HardenBuild.Model.Compose;
using HardenBuild.Rules;
using HardenBuild.Syntax.Yaml;
using HardenBuild.Text;

namespace HardenBuild.Core.Tests.Compose;

public sealed class ComposeProjectTests
{
    [Fact]
    public void Merges_the_override_and_reports_where_the_value_stands() => ComposeCheck.Reports(
        Rule("HB2001"),
        [
            ("compose.yaml", "services:\n  web:\n    image: a:1\n    privileged: true\n  api:\n    image: a:1\n    privileged: [|true|]\n"),
            ("compose.override.yaml", "services:\n  web:\n    privileged: false\n  db:\n    image: b:1\n    privileged: [|true|]\n"),
        ]);

    [Fact]
    public void Appends_lists_and_honours_reset_and_override() => ComposeCheck.Reports(
        Rule("HB2014"),
        [
            ("compose.yaml", "services:\n  a:\n    image: a:1\n    cap_add: [[|ALL|]]\n  b:\n    image: a:1\n    cap_add: [ALL]\n  c:\n    image: a:1\n    cap_add: [ALL]\n"),
            ("compose.override.yaml", "services:\n  a:\n    cap_add: [[|SYS_ADMIN|], ALL]\n  b:\n    cap_add: !reset []\n  c:\n    cap_add: !override [CHOWN]\n"),
        ]);

    [Fact]
    public void Replaces_volumes_by_their_place_and_variables_by_their_name()
    {
        ComposeCheck.Reports(
            Rule("HB2003"),
            [("compose.yaml", "services:\n  a:\n    image: a:1\n    volumes: [\"/etc:/x\"]\n"), ("compose.override.yaml", "services:\n  a:\n    volumes: [\"./x:/x\"]\n")]);
        ComposeCheck.Reports(
            Rule("HB2055"),
            [
                ("compose.yaml", "services:\n  a:\n    image: a:1\n    environment:\n      - A_PASSWORD=kT9.vq27Lm\n"),
                ("compose.override.yaml", "services:\n  a:\n    environment:\n      A_PASSWORD: ${A_PASSWORD}\n"),
            ]);
    }

    [Fact]
    public void Leaves_out_a_service_that_an_override_resets() => ComposeCheck.Reports(
        Rule("HB2001"),
        [("compose.yaml", "services:\n  a:\n    image: a:1\n    privileged: true\n"), ("compose.override.yaml", "services:\n  a: !reset null\n")]);

    [Fact]
    public void Takes_variables_from_the_environment_file()
    {
        ComposeCheck.Reports(Rule("HB2001"), "services:\n  a:\n    image: a:1\n    privileged: [|${P}|]\n", env: "P=true\n");
        ComposeCheck.Reports(Rule("HB2001"), "services:\n  a:\n    image: a:1\n    privileged: ${P:-true}\n", env: "P=false\n");
    }

    [Fact]
    public void Says_nothing_of_what_a_fragment_lacks()
    {
        var file = YamlFile.Parse(SourceText.From("docker-compose.prod.yml", "services:\n  web:\n    image: a:1\n    privileged: true\n"));
        var project = ComposeProject.CreateFragment(file, ComposeVariables.None);
        Assert.Empty(Rule("HB2016").Analyze(project.Containers));
        Assert.Single(Rule("HB2001").Analyze(project.Containers));
    }

    [Fact]
    public void Merges_several_documents_of_a_file() =>
        ComposeCheck.Reports(Rule("HB2006"), "services:\n  a:\n    image: a:1\n---\nservices:\n  a:\n    read_only: true\n");

    private static ContainerOptionsRule Rule(string id) => RuleCatalog.Containers.Single(rule => rule.Id == id);
}
