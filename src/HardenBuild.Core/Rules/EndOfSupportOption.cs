using HardenBuild.Model.Lifecycle;

namespace HardenBuild.Rules;

/// <summary>The option by which a project corrects or extends the data about ends of support.</summary>
internal static class EndOfSupportOption
{
    private const string Name = "end_of_support";

    public static RuleOption Describe() => new(
        Name,
        "",
        "Ends of support that hold instead of the built-in ones, separated by commas: 'debian:12=2028-06-30, dotnet:8.0=2027-11-10'. A product is called as in the message of the rule.");

    public static SupportEnds Read(RuleOptions options, Rule rule) => new(options.List(rule, Name));
}
