using System.Reflection;
using Microsoft.CodeAnalysis.Sarif;
using Newtonsoft.Json;
using Newtonsoft.Json.Serialization;

namespace HardenBuild.Sarif;

/// <summary>Writes two properties that Sarif.Sdk leaves out where they have the schema's default value.</summary>
/// <remarks>
/// A result's <c>level</c>: without it readers take the level of the rule's default configuration (SARIF 2.1.0, section 3.27.10), so a warning of a rule
/// that is an error by default would be read as an error. A driver's <c>rules</c>: GitHub requires the array, also when it is empty.
/// </remarks>
internal sealed class ExplicitValueResolver : DefaultContractResolver
{
    // Contracts cost most of the time of a log; one resolver keeps them for the next one.
    public static ExplicitValueResolver Instance { get; } = new();

    protected override JsonProperty CreateProperty(MemberInfo member, MemberSerialization memberSerialization)
    {
        var property = base.CreateProperty(member, memberSerialization);
        if ((member.DeclaringType == typeof(Result) && member.Name == nameof(Result.Level)) ||
            (member.DeclaringType == typeof(ToolComponent) && member.Name == nameof(ToolComponent.Rules)))
        {
            property.DefaultValueHandling = DefaultValueHandling.Include;
            property.ShouldSerialize = owner => owner is not ToolComponent { Rules: null };
        }

        return property;
    }
}
