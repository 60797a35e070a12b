namespace HardenBuild.Rules.Dockerfile.Copying;

/// <summary>Tells by its path what a build makes: it is missing from a fresh clone and there when the image is built.</summary>
internal static class GeneratedPaths
{
    private static readonly char[] Dot = ['.'];

    public static bool IsLikely(string path)
    {
        var parts = path.Split('/');
        foreach (var part in parts)
        {
            if (IsOutputFolder(part.ToLowerInvariant()))
                return true;
        }

        var name = parts[parts.Length - 1];
        var words = name.Split(Dot);

        // A bare name at the top is as often a program that was built before as a file.
        return words.Length == 1 ? parts.Length == 1 : IsBuiltExtension(words[words.Length - 1].ToLowerInvariant());
    }

    private static bool IsOutputFolder(string name) =>
        name is "bin" or "obj" or "publish" or "out" or "output" or "dist" or "build" or "target" or "artifacts" or "release" or "releases" or "tmp" or "temp"
            or "node_modules" or "vendor" or "packages" or "generated" or "gen" or "_build" or "staging" or "bazel-bin" or ".next" or "www" or "wwwroot" or "certs" or "ssl";

    private static bool IsBuiltExtension(string extension) =>
        extension is "jar" or "war" or "ear" or "zip" or "tar" or "gz" or "tgz" or "xz" or "bz2" or "zst" or "whl" or "nupkg" or "exe" or "dll" or "so" or "deb" or "rpm" or "apk"
            or "bin" or "img" or "iso" or "pem" or "crt" or "key" or "pfx" or "env" or "lock" or "sum" or "log" or "db" or "sqlite" or "pb" or "wasm";
}
