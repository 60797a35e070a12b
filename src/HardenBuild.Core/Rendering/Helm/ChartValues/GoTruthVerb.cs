using HardenBuild.Rendering.Helm.Functions.Numbers;
using HardenBuild.Rendering.Helm.Values;

namespace HardenBuild.Rendering.Helm.ChartValues;

/// <summary>What Go's <c>%t</c> prints for a value that is no boolean, as one message of Helm's does.</summary>
internal static class GoTruthVerb
{
    public static string Print(GoValue value) => value switch
    {
        GoBoolean flag => flag.Value ? "true" : "false",
        GoNil => "%!t(<nil>)",
        GoString text => $"%!t(string={text.Value})",
        GoFloat number => $"%!t(float64={GoNumberText.General(number.Value)})",
        GoInteger number => $"%!t({number.TypeName}={number.Value})",
        GoList list => "[" + string.Join(" ", list.Items.Select(Print)) + "]",
        _ => $"%!t({value.TypeName})",
    };
}
