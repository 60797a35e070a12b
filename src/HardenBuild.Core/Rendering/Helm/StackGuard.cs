using System.Runtime.CompilerServices;

namespace HardenBuild.Rendering.Helm;

/// <summary>Ends recursion over values in an error: a stack overflow cannot be caught.</summary>
internal static class StackGuard
{
    /// <exception cref="RenderLimitException">There is not enough of the stack left to go deeper.</exception>
    public static void Require()
    {
        try
        {
            RuntimeHelpers.EnsureSufficientExecutionStack();
        }
        catch (InsufficientExecutionStackException)
        {
            throw new RenderLimitException("a value nests too deep, or contains itself");
        }
    }
}
