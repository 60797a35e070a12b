using HardenBuild.Configuration.Dialects;
using HardenBuild.Model.Kubernetes;
using HardenBuild.Model.Kubernetes.PodSecurity;
using HardenBuild.Rules;
using HardenBuild.Rules.Tool;
using HardenBuild.Text;

namespace HardenBuild.Configuration;

/// <summary>Looks for settings that mean nothing, in the parts of a configuration file that are about this product.</summary>
internal sealed class ConfigurationCheck(RuleIndex rules)
{
    /// <summary>All problems of a set, file by file from the top.</summary>
    public IEnumerable<Finding> Check(EditorConfigSet configuration) =>
        configuration.Files.SelectMany(Check).Concat(configuration.GlobalConflicts.Where(conflict => IsOurs(conflict.Property.Key)).Select(Conflict));

    public IEnumerable<Finding> Check(EditorConfigFile file) =>
        [.. CheckPreamble(file), .. file.Sections.SelectMany(section => CheckSection(file, section)), .. CheckIgnoredLines(file)];

    private static Finding Report(EditorConfigFile file, TextSpan span, string message) =>
        InvalidConfiguration.Instance.At(file.Source.At(span), message);

    private static bool IsOurs(string key) =>
        key.StartsWith(ConfigurationKeys.OptionPrefix, StringComparison.Ordinal)
        || key.StartsWith(ConfigurationKeys.CategoryPrefix + ConfigurationKeys.OptionPrefix, StringComparison.Ordinal)
        || (key.StartsWith(ConfigurationKeys.DiagnosticPrefix + "hb", StringComparison.Ordinal)
            && key.Length > ConfigurationKeys.DiagnosticPrefix.Length + 2
            && char.IsDigit(key[ConfigurationKeys.DiagnosticPrefix.Length + 2]));

    private static Finding Conflict((EditorConfigFile File, EditorConfigProperty Property) conflict) => Report(
        conflict.File,
        conflict.Property.KeySpan,
        $"'{conflict.Property.Key}' is set by two global configurations of the same level, so neither holds; keep one, or give one a higher 'global_level'");

    private static IEnumerable<Finding> CheckIgnoredLines(EditorConfigFile file)
    {
        foreach (var line in file.IgnoredLines)
        {
            var text = file.Source.Substring(line);
            if (IsOurs(text.ToLowerInvariant()))
                yield return Report(file, line, $"'{text}' is not a setting and is ignored; write 'key = value'");
        }
    }

    private IEnumerable<Finding> CheckPreamble(EditorConfigFile file)
    {
        foreach (var property in file.Preamble.Properties)
        {
            if (!file.IsGlobal && IsOurs(property.Key))
                yield return Report(file, property.KeySpan, $"'{property.Key}' stands above the first section and has no effect; move it below a section such as '[*]'");
            else if (CheckProperty(file, property) is { } finding)
                yield return finding;
        }
    }

    private IEnumerable<Finding> CheckSection(EditorConfigFile file, EditorConfigSection section)
    {
        var isUsable = file.IsGlobal ? GlobalConfiguration.AbsolutePath(section.Name) is not null : SectionGlob.TryCreate(section.Name) is not null;
        if (!isUsable && section.Properties.Any(property => IsOurs(property.Key)))
        {
            var expected = file.IsGlobal ? "an absolute path, as a global configuration needs" : "a glob";
            yield return Report(file, section.NameSpan, $"Section '{section.Name}' is not {expected}, so no file has its settings; correct it");
            yield break;
        }

        foreach (var property in section.Properties)
        {
            if (CheckProperty(file, property) is { } finding)
                yield return finding;
        }
    }

    private Finding? CheckProperty(EditorConfigFile file, EditorConfigProperty property)
    {
        var key = property.Key;
        if (key == ConfigurationKeys.All)
            return CheckSeverity(file, property);

        if (!IsOurs(key))
            return null;

        if (key.StartsWith(ConfigurationKeys.OptionPrefix, StringComparison.Ordinal))
            return CheckOption(file, property);

        if (!key.EndsWith(ConfigurationKeys.SeveritySuffix, StringComparison.Ordinal))
            return Report(file, property.KeySpan, $"'{key}' is unknown and has no effect; a severity's key ends in '.severity'");

        return key.StartsWith(ConfigurationKeys.CategoryPrefix, StringComparison.Ordinal)
            ? CheckCategory(file, property)
            : CheckId(file, property);
    }

    private Finding? CheckId(EditorConfigFile file, EditorConfigProperty property)
    {
        var id = ConfigurationKeys.DiagnosticId(property.Key)!;
        return rules.ById(id) is null
            ? Report(file, new TextSpan(property.KeySpan.Start + ConfigurationKeys.DiagnosticPrefix.Length, id.Length), UnknownRule(id.ToUpperInvariant()))
            : CheckSeverity(file, property);
    }

    private static Finding? CheckCategory(EditorConfigFile file, EditorConfigProperty property)
    {
        for (var category = RuleCategory.Tool; category <= RuleCategory.CrossFile; category++)
        {
            if (property.Key == ConfigurationKeys.Category(category))
                return CheckSeverity(file, property);
        }

        var start = ConfigurationKeys.CategoryPrefix.Length;
        var span = new TextSpan(property.KeySpan.Start + start, property.KeySpan.Length - start - ConfigurationKeys.SeveritySuffix.Length);
        return Report(file, span, $"Category '{file.Source.Substring(span)}' is unknown; use one of those in the list of rules, such as 'HardenBuild.Dockerfile'");
    }

    private static Finding? CheckSeverity(EditorConfigFile file, EditorConfigProperty property)
    {
        if (SeverityWord.TryParse(property.Value, out _))
            return null;

        var span = property.ValueSpan.IsEmpty ? property.KeySpan : property.ValueSpan;
        return Report(file, span, $"'{property.Value}' is not a severity and is ignored; use {SeverityWord.Accepted}");
    }

    private Finding? CheckOption(EditorConfigFile file, EditorConfigProperty property)
    {
        if (property.Key == ConfigurationKeys.Unsuppressible)
            return CheckUnsuppressible(file, property);

        if (property.Key == ConfigurationKeys.RequireSuppressionReason)
            return CheckSwitch(file, property);

        if (property.Key == ConfigurationKeys.PeerSuppressions)
            return CheckPeers(file, property);

        var start = ConfigurationKeys.OptionPrefix.Length;
        var name = property.Key.Substring(start);
        var dot = name.IndexOf('.');
        if (dot > 0 && RuleIndex.IsId(name.Substring(0, dot)))
        {
            var id = name.Substring(0, dot);
            if (rules.ById(id) is null)
                return Report(file, new TextSpan(property.KeySpan.Start + start, id.Length), UnknownRule(id.ToUpperInvariant()));

            start += dot + 1;
            name = name.Substring(dot + 1);
        }

        return rules.HasOption(name)
            ? CheckCluster(file, property, name)
            : Report(file, new TextSpan(property.KeySpan.Start + start, name.Length), $"No rule has the option '{name}'; correct the name or remove the line");
    }

    private static Finding? CheckCluster(EditorConfigFile file, EditorConfigProperty property, string name)
    {
        var problem = name switch
        {
            _ when property.ValueSpan.IsEmpty => null,
            ClusterOptions.TargetLevel when PodSecurityLevels.ParseSetting(property.Value) is null =>
                $"'{property.Value}' is not a level of the Pod Security Standards and is ignored; use {ClusterOptions.Levels}",
            ClusterOptions.KubeVersion when KubernetesVersion.Parse(property.Value) is null =>
                $"'{property.Value}' is not a version of Kubernetes and is ignored; write one {ClusterOptions.VersionForm}",
            _ => null,
        };
        return problem is null ? null : Report(file, property.ValueSpan, problem);
    }

    private Finding? CheckUnsuppressible(EditorConfigFile file, EditorConfigProperty property)
    {
        foreach (var span in RuleList.Split(file.Source.Content, property.ValueSpan))
        {
            var name = file.Source.Substring(span);
            if (rules.Find(name) is null)
                return Report(file, span, UnknownRule(name));
        }

        return null;
    }

    private static Finding? CheckPeers(EditorConfigFile file, EditorConfigProperty property)
    {
        if (property.Value.ToLowerInvariant() is "true" or "false")
            return null;

        foreach (var span in RuleList.Split(file.Source.Content, property.ValueSpan))
        {
            var name = file.Source.Substring(span);
            if (!PeerDialects.IsKnown(name))
                return Report(file, span, $"Comments to '{name}' are not read; write true, false, or some of {PeerDialects.Names}");
        }

        return null;
    }

    private static Finding? CheckSwitch(EditorConfigFile file, EditorConfigProperty property) =>
        property.Value.ToLowerInvariant() is "true" or "false"
            ? null
            : Report(file, property.ValueSpan.IsEmpty ? property.KeySpan : property.ValueSpan, $"'{property.Value}' is neither true nor false and counts as false");

    private static string UnknownRule(string name) => $"There is no rule '{name}'; correct the id or remove the line";
}
