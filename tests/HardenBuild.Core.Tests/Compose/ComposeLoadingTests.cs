using HardenBuild.Core.Tests.Rules;
using HardenBuild.Model.Compose;
using HardenBuild.Model.Compose.Loading;
using HardenBuild.Model.Compose.Projects;
using HardenBuild.Rules;
using HardenBuild.Syntax.Yaml;

namespace HardenBuild.Core.Tests.Compose;

/// <summary>What services extend and files include.</summary>
public sealed class ComposeLoadingTests
{
    [Fact]
    public void Extends_a_service_of_the_same_file() => Assert.Equal(
        "{web: {image: b, user: u, extends: {service: base}}, base: {image: a, user: u}}",
        Services(("compose.yaml", "services:\n  web:\n    extends: base\n    image: b\n  base:\n    image: a\n    user: u\n")));

    [Fact]
    public void Extends_a_chain_through_other_files() => Assert.Equal(
        "{web: {image: c, environment: {A: 3, B: 1}, extends: {file: a/compose.yaml, service: mid}}}",
        Services(
            ("compose.yaml", "services:\n  web:\n    extends: {file: a/compose.yaml, service: mid}\n    environment: [A=3]\n"),
            ("a/compose.yaml", "services:\n  mid:\n    extends: {file: b/compose.yaml, service: base}\n    image: c\n    environment: {A: 2}\n"),
            ("a/b/compose.yaml", "services:\n  base:\n    image: d\n    environment: {A: 1, B: 1}\n")));

    [Fact]
    public void Knows_the_folder_that_paths_of_an_extended_file_start_at()
    {
        var project = Load(
            ("compose.yaml", "services:\n  web:\n    extends: {file: a/compose.yaml, service: base}\n"),
            ("a/compose.yaml", "services:\n  base:\n    build: ./src\n"));
        Assert.Equal("a/src/Dockerfile", ServiceBuild.Of(project.Services[0].Syntax)!.Dockerfile);
    }

    [Fact]
    public void Extends_in_an_override_what_the_base_defines() => Assert.Equal(
        "{base: {image: a}, web: {image: a, extends: {service: base}}}",
        Services(("compose.yaml", "services:\n  base:\n    image: a\n"), ("compose.override.yaml", "services:\n  web:\n    extends: base\n")));

    [Theory]
    [InlineData("services:\n  web:\n    extends: {file: ./base.compose.yaml, service: base}\n", ComposeProblemKind.MissingFile)]
    [InlineData("services:\n  web:\n    extends: {file: ../x/compose.yaml, service: base}\n", ComposeProblemKind.OutsideRepository)]
    [InlineData("services:\n  web:\n    extends: {file: /etc/compose.yaml, service: base}\n", ComposeProblemKind.OutsideRepository)]
    [InlineData("services:\n  web:\n    extends: other\n", ComposeProblemKind.UndefinedService)]
    [InlineData("services:\n  a:\n    extends: b\n  b:\n    extends: a\n", ComposeProblemKind.ExtendsCycle)]
    [InlineData("services:\n  a:\n    extends: {file: compose.yaml, service: a}\n", ComposeProblemKind.ExtendsCycle)]
    [InlineData("include: [missing.yaml]\n", ComposeProblemKind.MissingFile)]
    [InlineData("include: [../missing.yaml]\n", ComposeProblemKind.OutsideRepository)]
    [InlineData("include: [compose.yaml]\n", ComposeProblemKind.IncludeCycle)]
    [InlineData("include: ['oci://docker.io/example/stack:1']\n", ComposeProblemKind.Remote)]
    [InlineData("include:\n  - path: https://github.com/example/stack.git\n", ComposeProblemKind.Remote)]
    [InlineData("services:\n  web:\n    image: a\n    env_file: ../web.env\n", ComposeProblemKind.OutsideRepository)]
    [InlineData("services:\n  web:\n    image: a\n    env_file: web.env\n", ComposeProblemKind.MissingFile)]
    [InlineData("services:\n  web:\n    image: a\n    env_file: [{path: web.env, required: false}]\n", null)]
    [InlineData("services:\n  web:\n    extends: {file: '${BASE}', service: base}\n", null)]
    public void Tells_once_what_cannot_be_loaded(string text, object? kind)
    {
        var problems = Load(("compose.yaml", text)).Problems.Select(problem => problem.Kind).Distinct();
        Assert.Equal(kind is null ? [] : [(ComposeProblemKind)kind], problems);
    }

    [Fact]
    public void Includes_a_project_with_its_own_folder_and_variables()
    {
        var project = Load(
            ("compose.yaml", "include: [db/compose.yaml]\nservices:\n  web:\n    image: web:${TAG:-none}\n"),
            ("db/compose.yaml", "services:\n  db:\n    build: .\n    image: db:${TAG}\nvolumes:\n  data:\n"),
            ("db/.env", "TAG=7\n"));
        Assert.Equal("{web: {image: web:none}, db: {build: {context: .}, image: db:7}}", ComposeDump.Show(project.Root["services"]));
        Assert.Equal("db/Dockerfile", ServiceBuild.Of(project.Services[1].Syntax)!.Dockerfile);
        Assert.NotNull(project.Root.Mapping("volumes")!.Find("data"));
    }

    [Fact]
    public void Includes_several_files_with_a_project_directory_and_environment_files() => Assert.Equal(
        "{web: {image: a}, db: {image: db:8, user: u}}",
        Services(
            ("compose.yaml", "include:\n  - path: [x/compose.yaml, x/compose.more.yaml]\n    project_directory: y\n    env_file: [one.env, two.env]\nservices:\n  web:\n    image: a\n"),
            ("x/compose.yaml", "services:\n  db:\n    image: db:${TAG}\n"),
            ("x/compose.more.yaml", "services:\n  db:\n    user: u\n"),
            ("one.env", "TAG=7\n"),
            ("two.env", "TAG=8\n")));

    [Fact]
    public void Lets_the_including_project_set_variables_of_the_included_one() => Assert.Equal(
        "{db: {image: db:9}}",
        Services(("compose.yaml", "include: [db/compose.yaml]\n"), (".env", "TAG=9\n"), ("db/compose.yaml", "services:\n  db:\n    image: db:${TAG}\n"), ("db/.env", "TAG=7\n")));

    [Fact]
    public void Tells_when_an_included_service_is_defined_again()
    {
        var project = Load(("compose.yaml", "include: [db.compose.yaml]\nservices:\n  db:\n    image: a\n"), ("db.compose.yaml", "services:\n  db:\n    image: b\n"));
        Assert.Equal(ComposeProblemKind.Conflict, Assert.Single(project.Problems).Kind);
    }

    [Fact]
    public void Lets_an_override_change_what_the_base_includes()
    {
        var project = Load(
            ("compose.yaml", "include: [db.compose.yaml]\n"),
            ("compose.override.yaml", "services:\n  db:\n    user: u\n"),
            ("db.compose.yaml", "services:\n  db:\n    image: b\n"));
        Assert.Empty(project.Problems);
        Assert.Equal("{db: {image: b, user: u}}", ComposeDump.Show(project.Root["services"]));
    }

    [Fact]
    public void Says_nothing_of_what_is_absent_where_a_base_cannot_be_read()
    {
        var project = Load(("compose.yaml", "services:\n  web:\n    image: a\n    extends: {file: '${BASE}', service: base}\n  api:\n    image: a\n"));
        Assert.False(project.Services[0].Options.IsComplete);
        Assert.True(project.Services[1].Options.IsComplete);
    }

    [Fact]
    public void Ends_for_files_that_include_each_other_without_end()
    {
        var files = Enumerable.Range(0, 40).Select(i => ($"f{i}.compose.yaml", $"include: [f{i + 1}.compose.yaml, f{i + 2}.compose.yaml]\n")).Prepend(("compose.yaml", "include: [f0.compose.yaml]\n"));
        var project = Load([.. files]);
        Assert.Contains(project.Problems, problem => problem.Kind == ComposeProblemKind.TooMuch);
    }

    [Fact]
    public void Ends_for_endless_chains_of_extends()
    {
        var text = "services:\n" + string.Concat(Enumerable.Range(0, 5_000).Select(i => $"  s{i}:\n    extends: s{i + 1}\n")) + "  s5000:\n    image: a\n";
        Assert.Contains(Load(("compose.yaml", text)).Problems, problem => problem.Kind == ComposeProblemKind.TooMuch);
    }

    private static string Services(params (string Path, string Text)[] files) => ComposeDump.Show(Load(files).Root["services"]);

    /// <summary>The project of the root folder's default file and its override.</summary>
    private static ComposeProject Load(params (string Path, string Text)[] files)
    {
        var set = new ComposeFiles(new TextFiles(files), YamlFile.Parse);
        var paths = files.Select(file => file.Path).Where(path => path is "compose.yaml" or "compose.override.yaml");
        return ComposeProject.Load(new ComposeFileGroup([.. paths], ComposeFileGroupKind.Project), set, set.Variables(".env"), RuleOptions.Defaults);
    }
}
