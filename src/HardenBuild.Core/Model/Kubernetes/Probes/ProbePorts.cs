using System.Globalization;
using HardenBuild.Model.Kubernetes.Sets;

namespace HardenBuild.Model.Kubernetes.Probes;

/// <summary>Whether the port that a probe asks is one of its container's.</summary>
internal static class ProbePorts
{
    /// <param name="container">The container that is asked.</param>
    /// <param name="port">A number or a name.</param>
    public static Answer IsDeclared(Container container, string port)
    {
        var fields = new ManifestFields(container.Root);
        if (fields.IsUnknown || (container.Root["ports"] is { } node && node.AsSequence is null && node.AsScalar is not { IsNull: true }))
            return Answer.Unknown;
        var answer = container.Root["ports"]?.AsSequence is { } written && written.Items.Length != container.Ports.Length ? Answer.Unknown : Answer.No;
        foreach (var declared in container.Ports)
        {
            var item = new ManifestFields(declared);
            var number = item.Text("containerPort");
            var name = item.Text("name");
            if (number.Is(port) || name.Is(port))
                return Answer.Yes;
            if (number.IsUnknown || name.IsUnknown)
                answer = Answer.Unknown;
        }

        return answer;
    }

    /// <summary>A number works without being declared, and where no port is declared nobody meant the list to be complete.</summary>
    public static bool MayBeUndeclared(Container container, string port) => container.Ports.IsEmpty && int.TryParse(port, NumberStyles.None, CultureInfo.InvariantCulture, out _);
}
