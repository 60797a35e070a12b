using HardenBuild.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace HardenBuild.Analyzers.Tests.Aspire;

public sealed class AppHostAnalyzerTests
{
    private const string Start = "var builder = DistributedApplication.CreateBuilder(args);\n";
    private const string Privileged = Start + "builder.AddContainer(\"tools\", \"contoso/tools\", \"1.2.3\").WithContainerRuntimeArgs(\"--privileged\");\n";

    public static TheoryData<string> Ids => [.. RuleCatalog.All.Where(rule => rule.Reach == RuleReach.Program).Select(rule => rule.Id)];

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task Documented_violations_are_reported_and_fixes_are_clean(string id)
    {
        var metadata = RuleCatalog.All.Single(rule => rule.Id == id).Metadata;
        Assert.All(metadata.Violations, example => Assert.Contains("[|", example.Text, StringComparison.Ordinal));
        foreach (var example in metadata.Violations.Concat(metadata.Fixed))
            await AppHostProgram.Verify(id, example.Text);
    }

    [Theory]
    [InlineData("WithContainerRuntimeArgs([|\"--network=host\"|], \"--label\", \"a b\")")]
    [InlineData("WithContainerRuntimeArgs([|\"-v\"|], \"x\")", false)]
    [InlineData("WithContainerRuntimeArgs(\"-v\", [|\"/var/run/docker.sock:/var/run/docker.sock\"|])")]
    [InlineData("WithContainerRuntimeArgs(\"--cap-add\", [|\"SYS_ADMIN\"|])")]
    [InlineData("WithContainerRuntimeArgs(\"--security-opt\", [|\"seccomp=unconfined\"|])")]
    [InlineData("WithContainerRuntimeArgs(new[] { \"--init\", [|\"--privileged\"|] })")]
    [InlineData("WithContainerRuntimeArgs(args: [[|\"--privileged\"|]])")]
    [InlineData("WithContainerRuntimeArgs(\"--cap-add\", \"NET_BIND_SERVICE\", \"--memory\", \"1g\")", false)]
    [InlineData("WithContainerRuntimeArgs(args)", false)]
    [InlineData("WithContainerRuntimeArgs($\"--{args[0]}\")", false)]
    [InlineData("WithContainerRuntimeArgs(\"--cap-add\", args[0])", false)]
    [InlineData("WithContainerRuntimeArgs(\"--privileged=false\")", false)]
    public Task Judges_runtime_arguments_as_flags_of_docker_run(string call, bool isReported = true) =>
        AppHostProgram.Verify("HB7059", Start + "builder.AddContainer(\"tools\", \"contoso/tools\", \"1.2.3\")." + (isReported ? call : call.Replace("[|", "", StringComparison.Ordinal).Replace("|]", "", StringComparison.Ordinal)) + ";\n");

    [Theory]
    [InlineData("HB7060", "WithBindMount(source: [|@\"\\\\.\\pipe\\docker_engine\"|], target: \"/x\")")]
    [InlineData("HB7060", "WithBindMount(\"./docker.sock.d\", \"/x\")")]
    [InlineData("HB7060", "WithBindMount(args[0], \"/var/run/docker.sock\")")]
    [InlineData("HB7061", "WithBindMount(\"/var/run/docker.sock\", \"/x\")")]
    [InlineData("HB7061", "WithBindMount([|\"/home/me/.ssh\"|], \"/keys\", isReadOnly: true)")]
    [InlineData("HB7061", "WithBindMount(\"/etc/localtime\", \"/etc/localtime\", isReadOnly: true)")]
    [InlineData("HB7061", "WithBindMount(\"./etc\", \"/etc\")")]
    [InlineData("HB7061", "WithBindMount(\"/srv/data\", \"/data\")")]
    [InlineData("HB7062", "WithEnvironment(\"POSTGRES_PASSWORD\", args[0])")]
    [InlineData("HB7062", "WithEnvironment(\"POSTGRES_PASSWORD_FILE\", \"/run/secrets/db\")")]
    [InlineData("HB7062", "WithEnvironment(\"API_KEY\", builder.AddParameter(\"key\", secret: true))")]
    [InlineData("HB7064", "WithBuildArg(\"VERSION\", (object)\"1.2\")")]
    [InlineData("HB7065", "WithImageTag([|\"latest\"|])")]
    [InlineData("HB7065", "WithImageTag(\"latest\").WithImageSHA256(\"0123456789abcdef\")")]
    [InlineData("HB7065", "WithImageTag(args[0])")]
    public Task Judges_calls(string id, string call) =>
        AppHostProgram.Verify(id, Start + "builder.AddContainer(\"tools\", \"contoso/tools\", \"1.2.3\")." + call + ";\n");

    [Theory]
    [InlineData("builder.[|AddParameter|](\"api-key\", \"x\", secret: false)")]
    [InlineData("builder.[|AddParameterFromConfiguration|](\"db-password\", \"Db:Password\")")]
    [InlineData("builder.AddParameter(\"db-password\", secret: args.Length > 0)")]
    [InlineData("builder.AddParameter(\"password-policy\")")]
    [InlineData("builder.AddParameter(\"token-url\")")]
    [InlineData("builder.AddParameter(args[0])")]
    [InlineData("builder.AddParameter(\"color\")")]
    public Task Judges_parameters(string call) => AppHostProgram.Verify("HB7063", Start + call + ";\n");

    [Fact]
    public Task A_variable_that_is_pinned_later_is_pinned() => AppHostProgram.Verify(
        "HB7065",
        Start + "var a = builder.AddContainer(\"a\", \"contoso/a\");\na.WithImageTag(\"1.2.3\");\nvar b = builder.AddContainer(\"b\", [|\"contoso/b\"|]);\nb.WithEnvironment(\"A\", \"b\");\n");

    [Theory]
    [InlineData("if (builder.ExecutionContext.IsRunMode)\n{\n    CALL\n}\n", DiagnosticSeverity.Info)]
    [InlineData("if (!builder.ExecutionContext.IsPublishMode)\n    CALL\n", DiagnosticSeverity.Info)]
    [InlineData("if (builder.ExecutionContext.IsPublishMode)\n{\n}\nelse\n{\n    CALL\n}\n", DiagnosticSeverity.Info)]
    [InlineData("if (builder.ExecutionContext.IsPublishMode)\n    CALL\n", DiagnosticSeverity.Warning)]
    [InlineData("if (builder.ExecutionContext.IsRunMode || args.Length > 0)\n    CALL\n", DiagnosticSeverity.Warning)]
    public async Task Calls_for_run_mode_only_are_suggestions(string program, DiagnosticSeverity severity)
    {
        const string Call = "builder.AddContainer(\"ci\", \"contoso/ci\", \"1.2.3\").WithBindMount(\"/var/run/docker.sock\", \"/var/run/docker.sock\");";
        var diagnostics = await AppHostProgram.Analyze(Start + program.Replace("CALL", Call, StringComparison.Ordinal), mode: "Default");
        Assert.Equal(severity, Assert.Single(diagnostics).Severity);
    }

    [Theory]
    [InlineData("Default", DiagnosticSeverity.Info)]
    [InlineData("Hardened", DiagnosticSeverity.Warning)]
    public async Task The_mode_decides_the_severity(string mode, DiagnosticSeverity severity)
    {
        var diagnostics = await AppHostProgram.Analyze(Start + "builder.AddContainer(\"a\", \"contoso/a\");\n", mode: mode);
        Assert.Equal(severity, Assert.Single(diagnostics).Severity);
    }

    [Theory]
    [InlineData(ReportDiagnostic.Suppress, null)]
    [InlineData(ReportDiagnostic.Error, DiagnosticSeverity.Error)]
    public async Task Switches_of_the_compiler_hold(ReportDiagnostic chosen, DiagnosticSeverity? severity)
    {
        var options = new CSharpCompilationOptions(OutputKind.ConsoleApplication, specificDiagnosticOptions: [new("HB7059", chosen)]);
        Assert.Equal(severity, (await AppHostProgram.Analyze(Privileged, options)).SingleOrDefault()?.Severity);
    }

    [Fact]
    public async Task A_pragma_silences_a_line() => Assert.DoesNotContain(
        await AppHostProgram.Analyze("#pragma warning disable HB7059 // the tool needs it\n" + Privileged),
        diagnostic => diagnostic is { Id: "HB7059", IsSuppressed: false });

    [Fact]
    public async Task Methods_of_the_same_name_elsewhere_are_left_alone()
    {
        const string Library = "namespace Contoso { public class Builder { public Builder WithContainerRuntimeArgs(params string[] args) => this; } }";
        Assert.Empty(await AppHostProgram.Analyze("new Contoso.Builder().WithContainerRuntimeArgs(\"--privileged\");\n", library: AspireLibrary.Text + Library));
    }

    [Fact]
    public async Task A_program_without_Aspire_is_left_alone() =>
        Assert.Empty(await AppHostProgram.Analyze("System.Console.WriteLine(\"--privileged\");\n", library: "namespace Aspire.Hosting { class A; } namespace Aspire.Hosting.ApplicationModel { class B; }"));

    [Fact]
    public async Task Never_prints_a_secret() => Assert.All(
        await AppHostProgram.Analyze(Start + "builder.AddContainer(\"db\", \"postgres\", \"17.2\").WithEnvironment(\"POSTGRES_PASSWORD\", \"kT9.vq27Lm\");\n"),
        diagnostic => Assert.DoesNotContain("kT9", diagnostic.GetMessage(), StringComparison.Ordinal));

    /// <summary>Against the library itself, so that a renamed parameter is noticed.</summary>
    [Fact]
    public async Task Knows_the_real_library()
    {
        var program = Start + """
            var key = builder.AddParameter("api-key");
            builder.AddContainer("tools", "contoso/tools")
                .WithContainerRuntimeArgs("--privileged")
                .WithBindMount("/var/run/docker.sock", "/var/run/docker.sock")
                .WithBindMount("/etc", "/host/etc")
                .WithEnvironment("API_PASSWORD", "kT9.vq27Lm")
                .WithBuildArg("FEED_TOKEN", key);

            """;
        var diagnostics = await AppHostProgram.Analyze(program, library: "", references: [MetadataReference.CreateFromFile(RealLibrary.Path)]);
        Assert.Equal(["HB7059", "HB7060", "HB7061", "HB7062", "HB7063", "HB7064", "HB7065"], diagnostics.Select(diagnostic => diagnostic.Id).Order(StringComparer.Ordinal));
    }
}
