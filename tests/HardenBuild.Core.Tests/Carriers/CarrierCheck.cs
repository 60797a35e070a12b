using HardenBuild.Core.Tests.Rules;
using HardenBuild.Rules;

namespace HardenBuild.Core.Tests.Carriers;

/// <summary>Runs one rule, by its id, over a marked file.</summary>
internal static class CarrierCheck
{
    public static void Verify(string id, string path, string marked) => RuleVerifier.Verify(Rule(id), (path, marked));

    public static void Script(string id, string line) => Verify(id, "deploy.sh", "#!/bin/bash\nset -e\n" + line + "\n");

    public static List<Finding> Scan(string id, string path, string text) => RuleVerifier.Scan(Rule(id), [(path, text)]);

    private static Rule Rule(string id) => RuleCatalog.All.Single(rule => rule.Id == id);
}
