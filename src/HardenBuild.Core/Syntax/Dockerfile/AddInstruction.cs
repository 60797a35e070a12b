namespace HardenBuild.Syntax.Dockerfile;

/// <summary><c>ADD</c>: copies, downloads or unpacks.</summary>
internal sealed class AddInstruction(InstructionHead head, FileTransfer transfer) : FileTransferInstruction(head, transfer);
