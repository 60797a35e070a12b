using HardenBuild.Syntax.Yaml;

namespace HardenBuild.Model.Kubernetes;

/// <summary>Text that another tool replaces before the manifest reaches a cluster.</summary>
internal static class Placeholders
{
    /// <summary>Helm and Jinja (<c>{{ x }}</c>), shells and Azure Pipelines (<c>${x}</c>, <c>$(x)</c>), Octopus and others (<c>#{x}</c>).</summary>
    public static bool IsPlaceholder(string text)
    {
        for (var i = 1; i < text.Length; i++)
        {
            var (first, second) = (text[i - 1], text[i]);
            if ((second == '{' && first is '{' or '$' or '#') || (second == '(' && first == '$') || (first == '{' && second == '%'))
                return true;
        }

        return false;
    }

    /// <summary>An unquoted <c>{{ x }}</c> is to YAML a mapping whose key is a mapping.</summary>
    public static bool IsPlaceholder(YamlMapping mapping)
    {
        foreach (var member in mapping.Members)
        {
            if (member.KeyNode is YamlMapping)
                return true;
        }

        return false;
    }
}
