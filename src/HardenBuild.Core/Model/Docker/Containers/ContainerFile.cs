using HardenBuild.Text;

namespace HardenBuild.Model.Docker.Containers;

/// <summary>A file that a container is given.</summary>
/// <param name="Name">Its path as written, variables resolved.</param>
/// <param name="Text">What is in it; null when it is missing, kept out of version control or cannot be read.</param>
internal readonly record struct ContainerFile(Located<string> Name, SourceText? Text);
