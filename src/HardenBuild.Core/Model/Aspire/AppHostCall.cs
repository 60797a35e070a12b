using System.Collections.Immutable;
using HardenBuild.Text;

namespace HardenBuild.Model.Aspire;

/// <summary>A call of Aspire's hosting library in the program of an app host, which describes containers in C#.</summary>
/// <remarks>Reference: aspire.dev, "App host"; names and parameters as in Aspire.Hosting 13.6.</remarks>
/// <param name="Method">The method's name, <c>WithBindMount</c>.</param>
/// <param name="Name">The name in the call.</param>
/// <param name="Arguments">Those that are written, in their order, the builder itself left out.</param>
/// <param name="Later">The calls that the same resource's builder is used for afterwards.</param>
/// <param name="IsForDevelopment">Whether it only runs on a developer's machine or in a test.</param>
internal sealed record AppHostCall(string Method, SourceLocation Name, ImmutableArray<AppHostArgument> Arguments, ImmutableArray<string> Later, bool IsForDevelopment)
{
    /// <summary>What is given for a parameter; null when the call leaves it out.</summary>
    public AppHostArgument? Find(string parameter)
    {
        foreach (var argument in Arguments)
        {
            if (argument.Parameter == parameter)
                return argument;
        }

        return null;
    }

    /// <summary>Whether a parameter that is false by default is true; null when that is not known.</summary>
    public bool? IsTrue(string parameter) => Find(parameter) is { } argument ? argument.Flag : false;
}
