using HardenBuild.Rules.Dockerfile.Users;

namespace HardenBuild.Core.Tests.Rules.Dockerfile;

public sealed class AccountRulesTests
{
    [Theory]
    [InlineData("FROM a:1\nUSER {|#0:app|}\nRUN [|apt-get|] update && apt-get install -y x\n")]
    [InlineData("FROM a:1 AS base\nUSER 1000\nFROM base\nRUN [|useradd|] x\n")]
    [InlineData("FROM a:1\nENV APP=app\nUSER $APP\nRUN [[|\"apk\"|], \"add\", \"x\"]\n")]
    [InlineData("FROM a:1\nONBUILD RUN [|apk|] add x\nUSER app\n")]
    [InlineData("FROM jenkins/jenkins:lts\nRUN [|apt-get|] install -y x\n")]
    public void Reports_installs_as_another_user(string text) => RuleVerifier.Verify<PackageInstallAsNonRoot>("Dockerfile", text);

    [Theory]
    [InlineData("FROM a:1\nUSER app\nRUN sudo apt-get install -y x\nRUN su -c 'apk add x'\nRUN pip install --user x && npm install && apt-get download x && apt-cache search y\n")]
    [InlineData("FROM a:1\nRUN apt-get install -y x\nUSER $UNKNOWN\nRUN apt-get install -y x\nUSER 0:0\nRUN apt-get install -y x\n")]
    [InlineData("FROM a:1\nUSER app\nONBUILD RUN apk add x\nUSER root\n")]
    [InlineData("FROM a:1 AS base\nUSER app\nFROM b:1\nRUN apk add x\n")]
    public void Accepts_installs_as_root(string text) => RuleVerifier.Verify<PackageInstallAsNonRoot>("Dockerfile", text);

    [Theory]
    [InlineData("FROM a:1\nRUN useradd -m -u [|123456|] luser\n")]
    [InlineData("FROM a:1\nRUN useradd --uid=[|123456|] luser\n")]
    [InlineData("FROM a:1\nRUN [\"useradd\", \"-u\", [|\"1000660000\"|], \"luser\"]\n")]
    public void Reports_large_uids(string text) => RuleVerifier.Verify<UseraddHighUidNoLogInit>("Dockerfile", text);

    [Theory]
    [InlineData("FROM a:1\nRUN useradd luser && useradd -l -u 123456 b && useradd -u 12345 c && useradd --no-log-init -u 123456 d && adduser -u 123456 e && useradd -u $UID f\n")]
    public void Accepts_small_uids(string text) => RuleVerifier.Verify<UseraddHighUidNoLogInit>("Dockerfile", text);

    [Theory]
    [InlineData("FROM a:1\nRUN useradd -u {|#0:2000|} a && useradd -u [|2000|] b\n")]
    [InlineData("FROM a:1 AS base\nRUN groupadd {|#0:app|}\nFROM base\nRUN addgroup [|app|]\n")]
    [InlineData("FROM a:1\nRUN adduser -D -u [|0|] toor\n")]
    public void Reports_names_and_ids_that_are_taken(string text) => RuleVerifier.Verify<DuplicateUserOrGroupId>("Dockerfile", text);

    [Theory]
    [InlineData("FROM a:1\nRUN useradd -u 2000 a && useradd -o -u 2000 b && groupadd -g 2000 c && userdel a && useradd a\n")]
    [InlineData("FROM a:1\nRUN useradd a || adduser a\nRUN adduser a audio && addgroup a video\nRUN useradd $X\n")]
    [InlineData("FROM a:1 AS x\nRUN useradd a\nFROM b:1\nRUN useradd a\n")]
    public void Accepts_names_and_ids_that_are_free(string text) => RuleVerifier.Verify<DuplicateUserOrGroupId>("Dockerfile", text);
}
