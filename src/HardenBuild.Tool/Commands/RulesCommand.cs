using System.CommandLine;
using HardenBuild.Rules;
using HardenBuild.Tool.Documentation;
using HardenBuild.Tool.Reports;

namespace HardenBuild.Tool.Commands;

/// <summary><c>hardenbuild rules</c>: what the catalog says, for people, scripts and the documentation.</summary>
internal static class RulesCommand
{
    public static Command Create(Terminal terminal)
    {
        var format = new Option<string>("--format") { HelpName = "text|json|markdown|editorconfig|level", DefaultValueFactory = _ => "text", Description = "Kind of list." };
        var output = new Option<string>("--output") { HelpName = "PATH", Description = "File to write, or for markdown a folder for one page a rule; standard output by default." };
        var readme = new Option<string>("--readme") { HelpName = "FILE", Description = "With markdown: a file whose rule table, between '<!-- rules -->' and '<!-- /rules -->', is brought up to date." };
        format.AcceptOnlyFromAmong("text", "json", "markdown", "editorconfig", "level");
        var command = new Command("rules", "List the rules.") { format, output, readme };
        command.SetAction(parsed =>
        {
            var kind = parsed.GetValue(format);
            var path = parsed.GetValue(output) is { } given ? terminal.GetFullPath(given) : null;
            if (parsed.GetValue(readme) is { } file)
                UpdateReadme(kind, terminal.GetFullPath(file));
            if (kind == "markdown" && path is not null)
                RulePages.Write(RuleCatalog.All, path);
            else if (path is not null)
                AtomicFile.Write(path, writer => WriteList(kind, writer));
            else
                WriteList(kind, terminal.Output);
            return ExitCode.Success;
        });
        return command;
    }

    private static void UpdateReadme(string? format, string path)
    {
        if (format != "markdown")
            throw new CommandException("'--readme' needs '--format markdown'");
        if (!File.Exists(path))
            throw new CommandException($"'--readme {path}' does not exist");

        var text = ReadmeTable.Replace(File.ReadAllText(path), RuleCatalog.All);
        AtomicFile.Write(path, writer => writer.Write(text));
    }

    private static void WriteList(string? format, TextWriter output)
    {
        switch (format)
        {
            case "json":
                RuleListJson.Write(RuleCatalog.All, output);
                break;
            case "markdown":
                output.Write(RuleIndex.ToMarkdown(RuleCatalog.All, ""));
                break;
            case "editorconfig":
                EditorConfigReference.Write(RuleCatalog.All, output);
                break;
            case "level":
                RuleLevelFile.Write(RuleCatalog.All, output);
                break;
            default:
                RuleListText.Write(RuleCatalog.All, output);
                break;
        }
    }
}
