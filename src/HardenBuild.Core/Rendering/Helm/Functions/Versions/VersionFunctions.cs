using HardenBuild.Rendering.Helm.Values;

namespace HardenBuild.Rendering.Helm.Functions.Versions;

/// <summary><c>semver</c> and <c>semverCompare</c>.</summary>
internal static class VersionFunctions
{
    public static TemplateFunction[] All { get; } =
    [
        new("semver", [ParameterKind.String], null, static (_, arguments) => GoVersion.Parse(arguments.TextAt(0), out var error) ?? throw new FunctionException(error)),
        new("semverCompare", [ParameterKind.String, ParameterKind.String], null, Compare),
    ];

    private static GoBoolean Compare(FunctionCall call, GoValue[] arguments)
    {
        if (VersionConstraint.Parse(arguments.TextAt(0), out var error) is not { } constraint)
            throw new FunctionException(error);
        return GoVersion.Parse(arguments.TextAt(1), out error) is { } version ? GoBoolean.Of(constraint.Accepts(version)) : throw new FunctionException(error);
    }
}
