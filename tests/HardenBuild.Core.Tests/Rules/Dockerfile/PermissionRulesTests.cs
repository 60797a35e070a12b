using HardenBuild.Rules;
using HardenBuild.Rules.Dockerfile.Mounts;
using HardenBuild.Rules.Dockerfile.Permissions;

namespace HardenBuild.Core.Tests.Rules.Dockerfile;

public sealed class PermissionRulesTests
{
    [Theory]
    [InlineData("FROM a:1\nRUN chmod [|4755|] /x && chmod [|u+s|] /y && chmod [|+s|] /z && install -m [|4755|] a /b\n")]
    [InlineData("FROM a:1\nCOPY --chmod=[|6755|] a /b\nRUN [\"chmod\", [|\"a+s\"|], \"/x\"]\n")]
    [InlineData("FROM a:1\nRUN setcap [|cap_sys_admin+ep|] /x && setcap [|'cap_setuid,cap_setgid=eip'|] /y\n")]
    [InlineData("FROM a:1 AS b\nRUN chmod [|u=rwxs,go=rx|] /x\nFROM a:2\nCOPY --from=b /x /x\n")]
    [InlineData("ONBUILD RUN chmod [|04711|] /x\n")]
    public void Reports_set_user_id(string text) => RuleVerifier.Verify<SetuidBitSet>("Dockerfile", text);

    [Theory]
    [InlineData("FROM a:1\nRUN chmod a-s /x; chmod 0755 /x; chmod 1777 /tmp; find / -perm /6000 -exec chmod a-s {} \\;; chmod $MODE /x; chmod\n")]
    [InlineData("FROM a:1\nRUN mkdir /d && chmod 2775 /d && chmod g+s /e/ && chmod -R g+s /f\nRUN setcap cap_net_bind_service=+ep /x; setcap -r /x; echo chmod 4755\n")]
    [InlineData("FROM a:1 AS b\nRUN chmod u+s /x\nFROM a:2\nRUN true\n")]
    public void Accepts_ordinary_modes(string text) => RuleVerifier.Verify<SetuidBitSet>("Dockerfile", text);

    [Fact]
    public void Set_group_id_of_a_file_is_a_suggestion()
    {
        var rule = RuleCatalog.All.OfType<SetuidBitSet>().Single();

        var findings = RuleVerifier.Scan(rule, [("Dockerfile", "FROM a:1\nRUN chmod 2755 /usr/bin/x\n")]);

        Assert.Equal(RuleSeverity.Suggestion, Assert.Single(findings).AtMost);
    }

    [Theory]
    [InlineData("FROM a:1\nRUN chmod -R [|777|] /app && chmod [|0666|] /f && chmod [|a+w|] /g && mkdir -m [|777|] /d\n")]
    [InlineData("FROM a:1\nADD --chmod=[|777|] a /b\nRUN <<E\nchmod [|o=rwx|] /x\nE\n")]
    [InlineData("FROM a:1 AS base\nRUN chmod [|ugo+rwX|] /app\nFROM base\nRUN chmod -R [|777|] /tmp /app\n")]
    public void Reports_files_that_everyone_may_write(string text) => RuleVerifier.Verify<WorldWritablePermissions>("Dockerfile", text);

    [Theory]
    [InlineData("FROM a:1\nRUN chmod 1777 /tmp; chmod +x /a; chmod +w /a; chmod 775 /a; chmod g+w /a; chmod -R 777 /tmp/build; chmod o-w /a; chmod a+rwx,o-w /a; chmod g=u /a\n")]
    [InlineData("FROM a:1 AS b\nRUN chmod 777 /x\nFROM a:2\nCOPY --from=b /x /x\nRUN chmod --reference=/x /y; chmod 999 /x; chmod; echo chmod 777\n")]
    public void Accepts_files_that_few_may_write(string text) => RuleVerifier.Verify<WorldWritablePermissions>("Dockerfile", text);

    [Theory]
    [InlineData("FROM a:1\nARG U=app\nCOPY --chown=[|app:app|] a /app\nCOPY --chown=app a /app/data\nRUN chown -R [|$U|] /opt/app && chown -R app /var/log/app && chown app /x\nUSER app\n")]
    [InlineData("FROM a:1\nCOPY --chown=app a /app\n")]
    [InlineData("FROM a:1\nCOPY --chown=root a /app\nCOPY --chown=other a /app\nUSER app\n")]
    [InlineData("FROM a:1\nCOPY --chown=root a /app\nUSER root\n")]
    public void Reads_the_owner_of_program_files(string text) => RuleVerifier.Verify<AppFilesOwnedByRuntimeUser>("Dockerfile", text);

    [Theory]
    [InlineData("FROM a:1\nRUN [|--security=insecure|] x\nRUN --security=sandbox y\nONBUILD RUN [|--security=insecure|] z\n")]
    [InlineData("FROM a:1\nRUN x --security=insecure\n")]
    public void Reads_the_sandbox_of_RUN(string text) => RuleVerifier.Verify<InsecureBuildSandbox>("Dockerfile", text);

    [Theory]
    [InlineData("FROM a:1\nRUN --mount=target=/a,[|rw|] --mount=type=bind,target=/b,[|readwrite=true|] --mount=type=bind,target=/c,[|ro=false|] x\n")]
    [InlineData("FROM a:1\nRUN --mount=type=bind,target=/a,ro --mount=type=cache,target=/b,rw --mount=target=/c,rw=false x\n")]
    public void Reads_writable_mounts(string text) => RuleVerifier.Verify<BindMountWritable>("Dockerfile", text);
}
