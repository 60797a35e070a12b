namespace HardenBuild.Rendering.Helm.Functions;

/// <summary>A function that templates can call.</summary>
/// <param name="Name">As templates write it.</param>
/// <param name="Parameters">The types of the parameters that must be given.</param>
/// <param name="Rest">The type of any number of further arguments; null where there is no such parameter.</param>
/// <param name="Body">Called with as many arguments as were given.</param>
internal sealed record TemplateFunction(string Name, ParameterKind[] Parameters, ParameterKind? Rest, FunctionBody Body);
