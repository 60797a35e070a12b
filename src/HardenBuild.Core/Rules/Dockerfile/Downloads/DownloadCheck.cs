using HardenBuild.Model.Docker;
using HardenBuild.Syntax.Shell.CommandLine;

namespace HardenBuild.Rules.Dockerfile.Downloads;

/// <summary>Finds commands that compare a file with a checksum or signature.</summary>
internal static class DownloadCheck
{
    /// <summary>Whether the instruction checks anything; which file a check is about is left open.</summary>
    public static bool IsIn(StageCommand command)
    {
        foreach (var invocation in command.Invocations)
        {
            if (Checks(invocation))
                return true;
        }

        return false;
    }

    private static bool Checks(Invocation invocation) => invocation.Name switch
    {
        "sha1sum" or "sha224sum" or "sha256sum" or "sha384sum" or "sha512sum" or "shasum" or "md5sum" or "b2sum" or "b3sum" or "sha256" or "sha512" => true,
        "gpg" or "gpg2" => invocation.HasLongOption("verify") || invocation.HasLongOption("decrypt") || invocation.HasShortFlag('d'),
        "gpgv" or "sqv" or "minisign" or "signify" or "slsa-verifier" or "apksigner" or "debsig-verify" => true,
        "cosign" => HasWord(invocation, "verify"),
        "gh" => HasWord(invocation, "attestation"),
        "openssl" => HasWord(invocation, "dgst") || HasWord(invocation, "sha256") || HasWord(invocation, "sha512"),
        "rpm" => invocation.FindOption("-K", "--checksig") is not null,
        "rpmkeys" => true,
        _ => false,
    };

    private static bool HasWord(Invocation invocation, string start)
    {
        foreach (var word in invocation.Words)
        {
            if (word.Prefix.StartsWith(start, StringComparison.Ordinal))
                return true;
        }

        return false;
    }
}
