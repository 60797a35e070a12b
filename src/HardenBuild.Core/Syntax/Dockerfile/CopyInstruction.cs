namespace HardenBuild.Syntax.Dockerfile;

/// <summary><c>COPY</c>: copies from the build context, a stage or an image.</summary>
internal sealed class CopyInstruction(InstructionHead head, FileTransfer transfer) : FileTransferInstruction(head, transfer);
