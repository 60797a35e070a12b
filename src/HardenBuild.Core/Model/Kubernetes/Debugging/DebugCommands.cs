using HardenBuild.Syntax.Shell;
using HardenBuild.Syntax.Yaml;
using HardenBuild.Text;

namespace HardenBuild.Model.Kubernetes.Debugging;

/// <summary>Uses of <c>kubectl debug</c> that give the new container the rights of a node.</summary>
/// <remarks>kubectl reference, debug: the profiles, and <c>node/NAME</c> as what is debugged.</remarks>
internal static class DebugCommands
{
    private const string Program = "kubectl";

    /// <summary>In the command of a container: the flag or the node.</summary>
    public static IEnumerable<Located<string>> In(Container container)
    {
        var words = new List<YamlScalar>();
        foreach (var field in (string[])["command", "args"])
        {
            foreach (var item in container.Root[field]?.AsSequence?.Items ?? [])
            {
                if (item.AsScalar is { } word)
                    words.Add(word);
            }
        }

        if (words.Count > 0 && ProgramName.Of(words[0].Value) is Program or "oc")
        {
            foreach (var place in Privileges(words.ConvertAll(static word => word.Value)))
                yield return new Located<string>(words[place].Value, new SourceLocation(words[place].Source, words[place].ContentSpan));
        }

        foreach (var script in words)
        {
            foreach (var found in InScript(script))
                yield return found;
        }
    }

    /// <summary>In the scripts of a ConfigMap.</summary>
    public static IEnumerable<Located<string>> In(KubernetesObject configMap)
    {
        foreach (var member in new ManifestFields(configMap.Root["data"]).Mapping?.EffectiveMembers() ?? [])
        {
            if (member.Key is { } key && member.Value.AsScalar is { } value && (key.Value.EndsWith(".sh", StringComparison.Ordinal) || value.Value.StartsWith("#!", StringComparison.Ordinal)))
            {
                foreach (var found in InScript(value))
                    yield return found;
            }
        }
    }

    private static IEnumerable<Located<string>> InScript(YamlScalar text)
    {
        // Most texts are spared the parser.
        if (!text.Value.Contains(Program, StringComparison.Ordinal) || !text.Value.Contains(" debug ", StringComparison.Ordinal))
            yield break;
        foreach (var node in ShellScript.Parse(text.Value).Nodes)
        {
            if (node is not SimpleCommand { Words: [var program, ..] words } || program.LiteralValue is not { } name || ProgramName.Of(name) != Program)
                continue;
            foreach (var place in Privileges([.. words.Select(static word => word.LiteralPrefix)]))
                yield return new Located<string>(words[place].LiteralPrefix, text.LocationOf(words[place].Span.Start, words[place].Span.Length));
        }
    }

    /// <summary>The indexes of the words that give rights.</summary>
    private static IEnumerable<int> Privileges(List<string> words)
    {
        var debug = words.IndexOf("debug");
        if (debug < 1)
            yield break;
        for (var i = debug + 1; i < words.Count; i++)
        {
            // What follows is the command of the new container.
            if (words[i] == "--")
                yield break;
            if (words[i].StartsWith("node/", StringComparison.Ordinal) || words[i].StartsWith("nodes/", StringComparison.Ordinal) || words[i] is "--profile=sysadmin" or "--profile=netadmin")
                yield return i;
            else if (words[i] is "sysadmin" or "netadmin" && words[i - 1] == "--profile")
                yield return i;
        }
    }
}
