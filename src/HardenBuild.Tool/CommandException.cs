namespace HardenBuild.Tool;

/// <summary>The user asked for something that cannot be done; the message says what, and the exit code is 2.</summary>
internal sealed class CommandException(string message) : Exception(message);
