using HardenBuild.Rules.Dockerfile.Packages;

namespace HardenBuild.Core.Tests.Rules.Dockerfile;

public sealed class PackageCacheRulesTests
{
    [Theory]
    [InlineData("FROM scratch\nONBUILD RUN apt-get [|update|] && apt-get install python\n")]
    [InlineData("FROM scratch\nRUN aptitude [|update|] && aptitude install python\n")]
    [InlineData("FROM ubuntu as foo\nRUN apt-get [|update|] && apt-get install python\nFROM foo\nRUN hey!\n")]
    [InlineData("RUN --mount=type=cache,target=/var/cache/apt \\\n    rm -f /etc/apt/apt.conf.d/docker-clean && \\\n    apt-get [|update|] && apt-get install python\n")]
    [InlineData("FROM a:1\nRUN rm -rf /var/lib/apt/lists/* && apt-get [|update|] && apt-get clean\n")]
    [InlineData("FROM a:1\nRUN [\"apt-get\", [|\"update\"|]]\n")]
    [InlineData("FROM a:1\nRUN <<EOF\napt-get [|update|]\napt-get install -y x\nEOF\n")]
    [InlineData("FROM a:1 AS b1\nRUN apt-get [|update|]\nFROM b$X\n")]
    public void Reports_lists_of_apt_that_stay(string text) => RuleVerifier.Verify<AptListsNotRemoved>("Dockerfile", text);

    [Theory]
    [InlineData("FROM a:1\nRUN apt-get update && apt-get install -y x && rm -rf /var/lib/apt/lists/*\n")]
    [InlineData("FROM a:1\nRUN apt update; apt install -y x; rm -r /var/lib/apt/lists /var/cache/apt\nRUN apt-get update && rm -rf /var/lib/{apt,dpkg}/lists\n")]
    [InlineData("FROM a:1\nRUN apt-get update && find /var/lib/apt/lists -type f -delete\nRUN apt-get update && apt-get distclean\n")]
    [InlineData("FROM a:1\nRUN --mount=type=cache,target=/var/lib/apt --mount=type=cache,target=/var/cache/apt apt-get update\nRUN --mount=type=tmpfs,target=/var/lib/apt/lists/ apt-get update\n")]
    [InlineData("FROM a:1 AS build\nRUN apt-get update\nFROM b:1\nCOPY --from=build /a /a\n")]
    [InlineData("FROM a:1\nRUN apt-get install -y x\n")]
    [InlineData("FROM a:1\nRUN --mount=type=cache,target=$LISTS apt-get update\n")]
    [InlineData("FROM a:1\nRUN <<EOF\nset -e\napt-get update\nrm -rf /var/lib/apt/lists/*\nEOF\n")]
    public void Accepts_lists_of_apt_that_are_removed(string text) => RuleVerifier.Verify<AptListsNotRemoved>("Dockerfile", text);

    [Theory]
    [InlineData("ONBUILD RUN apk [|add|] flex=2.6.4-r1\n")]
    [InlineData("RUN --mount=type=tmpfs,target=/var/cache/foo apk [|add|] -U curl=7.77.0\n")]
    [InlineData("FROM a:1\nRUN [\"apk\", [|\"add\"|], \"python3\"]\n")]
    [InlineData("FROM a:1\nRUN apk add --no-cache x && apk [|add|] y && pip install --no-cache z\n")]
    public void Reports_apk_add_with_a_cache(string text) => RuleVerifier.Verify<ApkAddWithoutNoCache>("Dockerfile", text);

    [Theory]
    [InlineData("FROM a:1\nRUN apk add bash --no-cache && apk --no-cache add x\n")]
    [InlineData("FROM a:1\nRUN apk update && apk add x && rm -rf /var/cache/apk/*\n")]
    [InlineData("FROM a:1\nRUN --mount=type=cache,target=/var/cache/apk apk add -U x\nRUN --mount=type=cache,target=/etc/apk/cache apk add -U x\n")]
    [InlineData("FROM a:1\nRUN apk add --no-network --virtual .run-deps x\n")]
    [InlineData("FROM a:1 AS build\nRUN apk add gcc\nFROM b:1\nCOPY --from=build /a /a\n")]
    public void Accepts_apk_add_without_a_cache(string text) => RuleVerifier.Verify<ApkAddWithoutNoCache>("Dockerfile", text);

    [Theory]
    [InlineData("FROM a:1\nRUN yum -y install bash && yum clean all && yum -y [|install|] zsh\n")]
    [InlineData("FROM a:1\nRUN yum [|install|] -y x && echo all clean\n")]
    [InlineData("FROM a:1\nRUN yum [|install|] vim\nFROM b:1\nRUN yum -y install vim && yum clean all\n")]
    public void Reports_yum_without_clean(string text) => RuleVerifier.Verify<YumCleanMissing>("Dockerfile", text);

    [Theory]
    [InlineData("FROM a:1\nRUN yum install -y x && yum clean -y all\nRUN yum install -y x && rm -rf /var/cache/yum\n")]
    [InlineData("FROM a:1\nRUN --mount=type=cache,target=/var/cache/yum yum install -y x\nRUN yum remove -y x\n")]
    public void Accepts_yum_with_clean(string text) => RuleVerifier.Verify<YumCleanMissing>("Dockerfile", text);

    [Theory]
    [InlineData("ONBUILD RUN rm -rf /var/cache/libdnf5 && dnf [|install|] -y mariadb-10.4\n")]
    [InlineData("RUN dnf -y [|up-min|]\n")]
    [InlineData("RUN microdnf clean all && dnf [|in|] -y mariadb-10.4\n")]
    public void Reports_dnf_without_clean(string text) => RuleVerifier.Verify<DnfCleanMissing>("Dockerfile", text);

    [Theory]
    [InlineData("FROM a:1\nRUN dnf in -y x && dnf clean all\nRUN dnf -y reinstall && rm -rf /var/cache/dnf/*\nRUN microdnf install -y x\n")]
    [InlineData("FROM a:1\nRUN --mount=type=cache,target=/root/.cache/libdnf5 dnf install -y x\nRUN --mount=type=cache,target=/var/cache/libdnf5 dnf install -y x\n")]
    public void Accepts_dnf_with_clean(string text) => RuleVerifier.Verify<DnfCleanMissing>("Dockerfile", text);

    [Theory]
    [InlineData("RUN microdnf [|install|] -y mariadb-10.4\n")]
    [InlineData("FROM a:1\nRUN tdnf [|update|] -y\n")]
    public void Reports_microdnf_without_clean(string text) => RuleVerifier.Verify<MicrodnfCleanMissing>("Dockerfile", text);

    [Theory]
    [InlineData("ONBUILD RUN microdnf install -y mariadb-10.4 && rm -rf /var/cache/yum/*\n")]
    [InlineData("FROM a:1\nRUN tdnf install -y x && tdnf clean all\nRUN dnf install -y x\n")]
    public void Accepts_microdnf_with_clean(string text) => RuleVerifier.Verify<MicrodnfCleanMissing>("Dockerfile", text);

    [Theory]
    [InlineData("RUN zypper clean && zypper [|install|] -y mariadb=10.4\n")]
    [InlineData("FROM a:1\nRUN zypper [|install|]\n")]
    public void Reports_zypper_without_clean(string text) => RuleVerifier.Verify<ZypperCleanMissing>("Dockerfile", text);

    [Theory]
    [InlineData("FROM a:1\nRUN zypper -n in x && zypper cc -a\nRUN --mount=type=tmpfs,target=/var/cache/zypp zypper install -y mariadb\nRUN zypper refresh\n")]
    public void Accepts_zypper_with_clean(string text) => RuleVerifier.Verify<ZypperCleanMissing>("Dockerfile", text);

    [Theory]
    [InlineData("ONBUILD RUN pip [|install|] MySQL_python\n")]
    [InlineData("FROM a:1\nENV PIP_NO_CACHE_DIR=off\nRUN python3.12 -m pip [|install|] x\n")]
    [InlineData("RUN PIP_NO_CACHE_DIR=0 pip [|install|] MySQL_python\n")]
    [InlineData("RUN export PIP_NO_CACHE_DIR=false && pip [|install|] MySQL_python\n")]
    [InlineData("FROM a:1\nRUN --mount=type=cache,target=/root/.npm pip [|install|] .\n")]
    [InlineData("FROM a:1\nRUN [\"/venv/bin/pip3\", [|\"install\"|], \"x\"]\n")]
    public void Reports_pip_with_a_cache(string text) => RuleVerifier.Verify<PipCacheKept>("Dockerfile", text);

    [Theory]
    [InlineData("FROM a:1\nRUN pip install x --no-cache-dir && pip download x && pipx install x && pipenv install\n")]
    [InlineData("FROM a:1 as base\nENV PIP_NO_CACHE_DIR=1\nFROM base\nRUN pip install six\n")]
    [InlineData("FROM a:1\nARG PIP_NO_CACHE_DIR=$X\nRUN pip install six\n")]
    [InlineData("FROM a:1\nRUN PIP_NO_CACHE_DIR=on pip install x\nRUN export PIP_NO_CACHE_DIR=true && pip install x\nRUN env PIP_NO_CACHE_DIR=1 pip install x\n")]
    [InlineData("FROM a:1\nRUN --mount=type=cache,target=/home/app/.cache/pip pip install x\nRUN pip install x && rm -rf $HOME/.cache\nRUN pip install x && pip cache purge\n")]
    [InlineData("FROM a:1 AS build\nRUN pip install x\nFROM b:1\nCOPY --from=build /venv /venv\n")]
    public void Accepts_pip_without_a_cache(string text) => RuleVerifier.Verify<PipCacheKept>("Dockerfile", text);

    [Theory]
    [InlineData("RUN yarn cache clean && yarn [|install|] foo\n")]
    [InlineData("FROM node:24 as foo\nONBUILD RUN yarn [|install|] foo\nFROM scratch\nONBUILD RUN hey!\n")]
    [InlineData("FROM a:1\nRUN [|yarn|] --frozen-lockfile\n")]
    [InlineData("FROM a:1\nRUN yarn global [|add|] x\n")]
    public void Reports_yarn_with_a_cache(string text) => RuleVerifier.Verify<YarnCacheKept>("Dockerfile", text);

    [Theory]
    [InlineData("FROM a:1\nRUN yarn install bar && yarn cache clean\nRUN yarn build && yarn --version && yarn install --immutable\n")]
    [InlineData("FROM a:1\nRUN --mount=type=tmpfs,target=/root/.cache/yarn yarn install foobar\nRUN --mount=type=cache,target=/usr/local/share/.cache yarn\n")]
    [InlineData("FROM node:24 as foo\nRUN yarn install foo\nFROM scratch\nRUN hey!\n")]
    public void Accepts_yarn_without_a_cache(string text) => RuleVerifier.Verify<YarnCacheKept>("Dockerfile", text);
}
