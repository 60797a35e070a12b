namespace HardenBuild.Model.Kubernetes.Sets;

/// <summary>Compares the namespaces of two objects.</summary>
internal static class Namespaces
{
    private const string Default = "default";

    /// <summary>Whether two objects meet in one namespace. One without a namespace goes where the deployment puts it: beside the others without one, for certain nowhere else.</summary>
    public static Answer AreSame(Setting<string> left, Setting<string> right)
    {
        if (left.IsUnknown || right.IsUnknown)
            return Answer.Unknown;
        if (left.Known is { } a && right.Known is { } b)
            return a.Value == b.Value ? Answer.Yes : Answer.No;
        if (left.IsAbsent && right.IsAbsent)
            return Answer.Yes;
        return left.Or(right).Is(Default) ? Answer.Yes : Answer.Unknown;
    }
}
