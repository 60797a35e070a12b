using System.Collections.Immutable;

namespace HardenBuild.Syntax.Shell.CommandLine;

/// <content>Shells, users, archives, keys, and names that stand for others. Sources: GNU tar 1.35, GnuPG 2.4, shadow 4.16, util-linux 2.40 manual pages.</content>
internal static partial class CommandOptionTable
{
    private static readonly ImmutableDictionary<string, string> Aliases = new Dictionary<string, string>
    {
        ["apt"] = "apt-get",
        ["aptitude"] = "apt-get",
        ["yum"] = "dnf",
        ["microdnf"] = "dnf",
        ["tdnf"] = "dnf",
        ["dnf5"] = "dnf",
        ["podman"] = "docker",
        ["nerdctl"] = "docker",
        ["docker-compose"] = "docker compose",
        ["docker create"] = "docker run",
        ["docker container run"] = "docker run",
        ["docker container create"] = "docker run",
        ["docker container exec"] = "docker exec",
        ["docker image build"] = "docker build",
        ["docker buildx build"] = "docker build",
        ["docker buildx b"] = "docker build",
        ["git pull"] = "git fetch",
        ["gpg2"] = "gpg",
        ["gpgv"] = "gpg",
        ["bsdtar"] = "tar",
        ["gtar"] = "tar",
        ["ash"] = "sh",
        ["bash"] = "sh",
        ["dash"] = "sh",
        ["ksh"] = "sh",
        ["zsh"] = "sh",
    }.ToImmutableDictionary(StringComparer.Ordinal);

    private static ImmutableArray<CommandOptions> SystemTools() =>
    [
        new("tar")
        {
            Short = "bCfFgHIKLNTVX",
            Long = "add-file after-date blocking-factor checkpoint-action directory exclude exclude-from exclude-tag file files-from format group group-map "
                + "hole-detection index-file info-script label level listed-incremental mode mtime newer newer-mtime new-volume-script owner owner-map "
                + "pax-option quoting-style record-size rmt-command rsh-command sort starting-file strip-components suffix tape-length to-command transform "
                + "use-compress-program volno-file warning xform",
            TakesBareCluster = true,
        },
        new("gpg")
        {
            Short = "Nour",
            Long = "agent-program attribute-fd attribute-file cert-digest-algo charset cipher-algo command-fd command-file comment compliance compress-algo "
                + "default-cert-level default-key default-recipient digest-algo dirmngr-program display-charset encrypt-to export-options hidden-recipient "
                + "homedir import-options keyid-format keyring keyserver keyserver-options list-options local-user log-file logger-fd logger-file options "
                + "output passphrase passphrase-fd passphrase-file pinentry-mode primary-keyring recipient recipient-file secret-keyring sender status-fd "
                + "status-file tofu-policy trust-model trustdb-name trusted-key try-secret-key verify-options",
        },
        new("sh") { Short = "oO", Long = "init-file rcfile", OperandsBeforeEnd = 1 },
        new("su") { Short = "cgGsTw", Long = "command group session-command shell supp-group whitelist-environment" },
        new("useradd")
        {
            Short = "bcdefgGkKpRsuZ",
            Long = "base-dir comment expiredate gid groups home-dir inactive key password prefix root selinux-user shell skel uid",
        },
        new("adduser") { Short = "GghkKsu", Long = "conf firstgid firstuid gecos gid home ingroup lastgid lastuid shell uid" },
        new("usermod") { Short = "cdefgGlLpRsuvVwWZ", Long = "comment expiredate gid groups home inactive login password prefix root selinux-user shell uid" },
        new("groupadd") { Short = "gKpRU", Long = "gid key password prefix root users" },
        new("addgroup") { Short = "g", Long = "gid" },
        new("mount") { Short = "LoOtU", Long = "label options source target types uuid" },
        new("install") { Short = "gmotS", Long = "group mode owner suffix target-directory" },
        new("shasum") { Short = "a", Long = "algorithm" },
        new("mkdir") { Short = "m", Long = "mode" },
        new("tee") { },
        new("sudo")
        {
            Short = "CDghpRrtTUu",
            Long = "chdir chroot close-from command-timeout group host other-user prompt role type user",
            OperandsBeforeEnd = 1,
        },
        new("doas") { Short = "Cu", OperandsBeforeEnd = 1 },
        new("env") { Short = "uCSa", Long = "argv0 chdir split-string unset", OperandsBeforeEnd = 1 },
        new("time") { Short = "fo", Long = "format output", OperandsBeforeEnd = 1 },
        new("nice") { Short = "n", Long = "adjustment", OperandsBeforeEnd = 1 },
        new("ionice") { Short = "cnpPu", Long = "class classdata pgid pid uid", OperandsBeforeEnd = 1 },
        new("exec") { Short = "a", OperandsBeforeEnd = 1 },
        new("xargs")
        {
            Short = "adEILnPs",
            Long = "arg-file delimiter max-args max-chars max-lines max-procs process-slot-var replace",
            OperandsBeforeEnd = 1,
        },
        new("timeout") { Short = "ks", Long = "kill-after signal", OperandsBeforeEnd = 1 },
        new("stdbuf") { Short = "eio", Long = "error input output", OperandsBeforeEnd = 1 },
        new("setpriv")
        {
            Long = "ambient-caps apparmor-profile bounding-set egid euid groups inh-caps landlock-access landlock-rule pdeathsig ptracer regid reuid rgid "
                + "ruid seccomp-filter securebits selinux-label",
            OperandsBeforeEnd = 1,
        },
        new("tini") { Short = "ep", OperandsBeforeEnd = 1 },
        new("dumb-init") { Short = "r", Long = "rewrite", OperandsBeforeEnd = 1 },
        new("chroot") { Long = "groups userspec", OperandsBeforeEnd = 1 },
        new("runuser") { Short = "cgGsuTw", Long = "command group session-command shell supp-group user whitelist-environment", OperandsBeforeEnd = 1 },
    ];
}
