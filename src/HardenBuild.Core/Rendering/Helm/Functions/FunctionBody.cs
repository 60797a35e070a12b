using HardenBuild.Rendering.Helm.Values;

namespace HardenBuild.Rendering.Helm.Functions;

/// <summary>What a function does.</summary>
/// <param name="call">The place of the call and what may be spent.</param>
/// <param name="arguments">Already checked against the parameters; those of a rest parameter follow the others.</param>
/// <exception cref="FunctionException">The call fails, and with it the render.</exception>
internal delegate GoValue FunctionBody(FunctionCall call, GoValue[] arguments);
