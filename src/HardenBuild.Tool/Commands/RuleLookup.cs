using HardenBuild.Rules;

namespace HardenBuild.Tool.Commands;

/// <summary>Rules by what a person types: an id or a name, in any case.</summary>
internal static class RuleLookup
{
    /// <exception cref="CommandException">There is no such rule.</exception>
    public static Rule Find(string idOrName)
    {
        foreach (var rule in RuleCatalog.All)
        {
            if (string.Equals(rule.Id, idOrName, StringComparison.OrdinalIgnoreCase))
                return rule;
        }

        // Names need every rule's metadata, which is worth avoiding while ids do.
        return RuleCatalog.All.FirstOrDefault(rule => string.Equals(rule.Metadata.Name, idOrName, StringComparison.OrdinalIgnoreCase))
            ?? throw new CommandException($"There is no rule '{idOrName}'; 'hardenbuild rules' lists them");
    }
}
