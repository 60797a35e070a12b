using HardenBuild.Reporting;

namespace HardenBuild.Tool.Setup;

/// <summary>Plans what to write into a repository so that the product runs in it. Nothing that exists is overwritten.</summary>
/// <param name="root">The repository root; absolute.</param>
internal sealed class RepositorySetup(string root)
{
    public IReadOnlyList<SetupStep> Plan(SetupChoices choices)
    {
        var steps = new List<SetupStep> { EditorConfig(), choices.UseTool || choices.AddHook ? ToolManifest() : Package() };
        if (choices.AddHook)
            steps.Add(CreateOrKeep(".githooks/pre-commit", SetupTexts.Hook, "switch it on with: git config core.hooksPath .githooks"));
        if (Workflow(choices.Ci ?? DetectCi()) is { } workflow)
            steps.Add(workflow);
        return steps;
    }

    private ContinuousIntegration DetectCi() =>
        Exists(".gitlab-ci.yml") ? ContinuousIntegration.GitLab
        : Exists("azure-pipelines.yml") && !Directory.Exists(Path.Combine(root, ".github")) ? ContinuousIntegration.AzurePipelines
        : ContinuousIntegration.GitHub;

    private SetupStep EditorConfig()
    {
        const string File = ".editorconfig";
        if (!Exists(File))
            return new SetupStep(SetupStepKind.Create, File, "root = true\n\n" + SetupTexts.EditorConfig, "severities of single rules go here");
        var text = Read(File);
        if (text.Contains("hardenbuild", StringComparison.OrdinalIgnoreCase) || text.Contains("dotnet_diagnostic.HB", StringComparison.OrdinalIgnoreCase))
            return new SetupStep(SetupStepKind.Keep, File, "", "it configures HardenBuild already");
        return new SetupStep(SetupStepKind.Append, File, (text.EndsWith('\n') || text.Length == 0 ? "\n" : "\n\n") + SetupTexts.EditorConfig, "severities of single rules go here");
    }

    private SetupStep Package()
    {
        const string Central = "Directory.Packages.props";
        const string Props = "Directory.Build.props";
        foreach (var file in (string[])[Central, Props])
        {
            if (Exists(file) && Read(file).Contains("\"HardenBuild\"", StringComparison.OrdinalIgnoreCase))
                return new SetupStep(SetupStepKind.Keep, file, "", "it references HardenBuild already");
        }

        if (Exists(Central))
            return new SetupStep(SetupStepKind.Advise, Central, SetupTexts.GlobalReference(ProductVersion.Current), "add inside <Project>: every project then has the package");
        return Exists(Props)
            ? new SetupStep(SetupStepKind.Advise, Props, SetupTexts.Reference(ProductVersion.Current), "add inside <Project>: every project then has the package")
            : new SetupStep(SetupStepKind.Create, Props, $"<Project>\n{SetupTexts.Reference(ProductVersion.Current)}</Project>\n", "every project below has the package");
    }

    private SetupStep ToolManifest()
    {
        const string File = ".config/dotnet-tools.json";
        if (!Exists(File))
            return new SetupStep(SetupStepKind.Create, File, SetupTexts.ToolManifest(ProductVersion.Current), "install it with: dotnet tool restore");
        return Read(File).Contains("\"hardenbuild.tool\"", StringComparison.OrdinalIgnoreCase)
            ? new SetupStep(SetupStepKind.Keep, File, "", "it has the tool already")
            : new SetupStep(SetupStepKind.Advise, File, $"dotnet tool install HardenBuild.Tool --version {ProductVersion.Current}\n", "run in the root");
    }

    private SetupStep? Workflow(ContinuousIntegration ci) => ci switch
    {
        ContinuousIntegration.GitHub => CreateOrKeep(".github/workflows/hardenbuild.yml", SetupTexts.GitHubWorkflow(ProductVersion.Current), "findings appear under Security, Code scanning"),
        ContinuousIntegration.AzurePipelines => CreateOrKeep("hardenbuild.azure-pipelines.yml", SetupTexts.AzureSteps(ProductVersion.Current), "use it in a job's steps with: - template: hardenbuild.azure-pipelines.yml"),
        ContinuousIntegration.GitLab => CreateOrKeep("hardenbuild.gitlab-ci.yml", SetupTexts.GitLabJob(ProductVersion.Current), "use it in .gitlab-ci.yml with: include: hardenbuild.gitlab-ci.yml"),
        _ => null,
    };

    private SetupStep CreateOrKeep(string path, string text, string note) => Exists(path)
        ? new SetupStep(SetupStepKind.Keep, path, "", "it exists")
        : new SetupStep(SetupStepKind.Create, path, text, note);

    private bool Exists(string path) => File.Exists(Path.Combine(root, path));

    private string Read(string path) => File.ReadAllText(Path.Combine(root, path));
}
