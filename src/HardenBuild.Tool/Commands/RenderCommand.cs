using System.Collections.Immutable;
using System.CommandLine;
using HardenBuild.Scanning.Charts;

namespace HardenBuild.Tool.Commands;

/// <summary><c>hardenbuild render CHART</c>: what <c>helm template</c> prints.</summary>
internal static class RenderCommand
{
    public static Command Create(Terminal terminal, CancellationToken cancellation)
    {
        var chart = new Argument<string>("CHART") { Description = "Folder or package (.tgz) of a Helm chart." };
        var releaseName = new Option<string>("--release-name") { HelpName = "NAME", Description = "Name of the release, 'release-name' by default." };
        var namespaceName = new Option<string>("--namespace", "-n") { HelpName = "NAME", Description = "Namespace of the release, 'default' by default." };
        var values = new Option<string[]>("--values", "-f") { HelpName = "FILE", Description = "Values file; repeatable, later ones win." };
        var set = new Option<string[]>("--set") { HelpName = "KEY=VALUE", Description = "Value that wins over files; repeatable." };
        var setText = new Option<string[]>("--set-string") { HelpName = "KEY=VALUE", Description = "The same, always a string; repeatable." };
        var setJson = new Option<string[]>("--set-json") { HelpName = "KEY=JSON", Description = "The same, read as JSON; repeatable." };
        var setFile = new Option<string[]>("--set-file") { HelpName = "KEY=FILE", Description = "The same, the content of a file; repeatable." };
        var setLiteral = new Option<string[]>("--set-literal") { HelpName = "KEY=VALUE", Description = "The same, taken to its end as a string; repeatable." };
        var kubeVersion = new Option<string>("--kube-version") { HelpName = "VERSION", Description = "Version of Kubernetes that templates see, such as 1.33." };
        var apiVersions = new Option<string[]>("--api-versions", "-a") { HelpName = "VERSION", Description = "API version that templates find beside Kubernetes' own; repeatable." };
        var helmVersion = new Option<string>("--helm-version") { HelpName = "VERSION", Description = "Version of Helm to render as, such as 3.18; 4.1 by default." };
        var showOnly = new Option<string[]>("--show-only", "-s") { HelpName = "TEMPLATE", Description = "Print only what these templates render; repeatable, '*' is allowed." };
        var skipTests = new Option<bool>("--skip-tests") { Description = "Leave out what 'helm test' would run." };
        var includeCrds = new Option<bool>("--include-crds") { Description = "Print the custom resource definitions in 'crds' too." };

        var command = new Command("render", "Render a Helm chart as 'helm template' does, without Helm. Exit codes: 0 rendered, 1 the chart does not render, 2 bad arguments or a path that cannot be read, 130 interrupted.")
        {
            chart, releaseName, namespaceName, values, set, setText, setJson, setFile, setLiteral, kubeVersion, apiVersions, helmVersion, showOnly, skipTests, includeCrds,
        };
        command.SetAction(parsed =>
        {
            var path = parsed.GetRequiredValue(chart);
            if (path.Length == 0)
                throw new CommandException("A path is empty");
            var options = new ChartTemplateOptions
            {
                Chart = Path.TrimEndingDirectorySeparator(terminal.GetFullPath(path)),
                ReleaseName = parsed.GetValue(releaseName),
                Namespace = parsed.GetValue(namespaceName),
                ValuesFiles = All(parsed.GetValue(values), terminal.GetFullPath),
                Set = All(parsed.GetValue(set)),
                SetText = All(parsed.GetValue(setText)),
                SetJson = All(parsed.GetValue(setJson)),
                SetFile = All(parsed.GetValue(setFile)),
                FullPath = terminal.GetFullPath,
                SetLiteral = All(parsed.GetValue(setLiteral)),
                KubernetesVersion = parsed.GetValue(kubeVersion),
                // Helm takes several in one argument.
                ApiVersions = [.. All(parsed.GetValue(apiVersions)).SelectMany(static text => text.Split(','))],
                HelmVersion = parsed.GetValue(helmVersion),
                ShowOnly = All(parsed.GetValue(showOnly)),
                SkipTests = parsed.GetValue(skipTests),
                IncludeCustomResources = parsed.GetValue(includeCrds),
            };
            return Write(ChartTemplate.Render(options, cancellation), terminal);
        });
        return command;
    }

    private static int Write(ChartTemplateResult result, Terminal terminal)
    {
        foreach (var warning in result.Warnings)
            terminal.WriteWarning(warning);
        if (result.Output is { } output)
        {
            terminal.Output.Write(output);
            return ExitCode.Success;
        }

        foreach (var line in (result.Error ?? "").Split('\n'))
            terminal.WriteError(line);
        return result.IsArgumentError ? ExitCode.Failure : ExitCode.Findings;
    }

    private static ImmutableArray<string> All(string[]? values) => values is null ? [] : [.. values];

    private static ImmutableArray<string> All(string[]? values, Func<string, string> convert) => values is null ? [] : [.. values.Select(convert)];
}
