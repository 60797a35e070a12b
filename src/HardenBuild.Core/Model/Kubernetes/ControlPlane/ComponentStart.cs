using HardenBuild.Syntax.Shell.CommandLine;

namespace HardenBuild.Model.Kubernetes.ControlPlane;

/// <summary>A command that starts a component.</summary>
internal sealed record ComponentStart(ControlPlaneComponent Component, CommandWord[] Arguments)
{
    public static ComponentStart? Of(Invocation invocation)
    {
        var words = invocation.Words;
        if (ComponentNames.Find(invocation.Name) is { } component)
            return new ComponentStart(component, [.. words]);
        if (invocation.Name == "hyperkube" && !words.IsEmpty && ComponentNames.FindHyperkube(words[0].Value) is { } part)
            return new ComponentStart(part, [.. words.RemoveAt(0)]);
        if (!ComponentNames.IsLogRunner(invocation.Name))
            return null;
        for (var i = 0; i < words.Length; i++)
        {
            if (words[i].Value is { } word && word is not ['-', ..] && ComponentNames.Find(Syntax.Shell.ProgramName.Of(word)) is { } run)
                return new ComponentStart(run, [.. words.RemoveRange(0, i + 1)]);
        }

        return null;
    }
}
