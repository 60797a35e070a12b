using HardenBuild.Text;

namespace HardenBuild.Model.Docker.Containers;

/// <summary>A limit of the processes in a container (getrlimit(2)).</summary>
/// <param name="Name"><c>nofile</c>, <c>nproc</c>, <c>core</c>.</param>
/// <param name="Hard">The value that a process cannot raise; -1 is unlimited.</param>
internal readonly record struct ContainerUlimit(string Name, Located<long> Hard);
