using HardenBuild.Rules.Dockerfile.Packages;

namespace HardenBuild.Core.Tests.Rules.Dockerfile;

public sealed class PackageManagerRulesTests
{
    [Theory]
    [InlineData("FROM a:1\nRUN [|apt|] update && {|#0:apt|} install -y x\n")]
    [InlineData("FROM a:1\nRUN [[|\"apt\"|], \"install\", \"x\"]\n")]
    [InlineData("FROM a:1\nONBUILD RUN sudo [|/usr/bin/apt|] list\n")]
    public void Reports_apt(string text) => RuleVerifier.Verify<AptInsteadOfAptGet>("Dockerfile", text);

    [Theory]
    [InlineData("FROM a:1\nRUN apt-get install -y apt && rm -rf /var/cache/apt && echo apt && apt-key list && apt-cache search apt\n")]
    [InlineData("FROM a:1\nSHELL [\"powershell\", \"-Command\"]\nRUN apt update\n")]
    [InlineData("FROM a:1\nCMD apt list\n")]
    public void Accepts_apt_that_is_no_command(string text) => RuleVerifier.Verify<AptInsteadOfAptGet>("Dockerfile", text);

    [Theory]
    [InlineData("FROM a:1\nRUN apt-get [|install|] x\n")]
    [InlineData("FROM a:1\nRUN apt-get -q [|install|] --quiet=1 x\n")]
    [InlineData("FROM a:1\nRUN [\"apt-get\", [|\"install\"|], \"apt-utils\"]\n")]
    [InlineData("FROM a:1\nENV DEBIAN_FRONTEND=noninteractive\nRUN apt-get update && \\\n  apt-get \\\n  [|upgrade|]\n")]
    [InlineData("FROM a:1\nRUN <<EOF\napt-get -o Acquire::Retries=3 [|install|] y\nEOF\n")]
    [InlineData("FROM a:1\nRUN cat list | xargs apt-get [|install|]\n")]
    [InlineData("ONBUILD RUN sh -c 'apt-get [|autoremove|]'\n")]
    public void Reports_apt_get_that_asks(string text) => RuleVerifier.Verify<AptMissingYes>("Dockerfile", text);

    [Theory]
    [InlineData("FROM a:1\nRUN apt-get -fmy install x && apt-get install -q -q x && apt-get install -qq x && apt-get install -q=2 x && apt-get --assume-yes install x\n")]
    [InlineData("FROM a:1\nRUN apt-get install -o APT::Get::Assume-Yes=true x && apt-get -s install x && apt-get install -d x && apt-get update && apt-get clean\n")]
    [InlineData("FROM a:1\nRUN echo 'APT::Get::Assume-Yes \"true\";' > /etc/apt/apt.conf.d/90yes\nRUN apt-get install x\n")]
    [InlineData("FROM a:1 AS base\nCOPY apt.conf /etc/apt/apt.conf.d/90\nFROM base\nRUN apt-get install x\n")]
    [InlineData("FROM a:1\nRUN yes | apt-get install x; apt-get install y <<< y\n")]
    [InlineData("FROM a:1\nRUN echo apt-get install x; apt-get $VERB x\n")]
    [InlineData("FROM a:1\nRUN apt-get install -y 'x\n")]
    public void Accepts_apt_get_with_an_answer(string text) => RuleVerifier.Verify<AptMissingYes>("Dockerfile", text);

    [Theory]
    [InlineData("FROM a:1\nRUN yum [|install|] -q x\n")]
    [InlineData("FROM a:1\nRUN yum [|groupinstall|] 'Development Tools'\n")]
    public void Reports_yum_that_asks(string text) => RuleVerifier.Verify<YumMissingYes>("Dockerfile", text);

    [Theory]
    [InlineData("FROM a:1\nRUN yum -y install x && yum install --assumeyes x && yum install x -y && yum clean all\n")]
    [InlineData("FROM a:1\nRUN echo assumeyes=1 >> /etc/yum.conf && yum install x\n")]
    [InlineData("FROM a:1\nRUN dnf install x\n")]
    public void Accepts_yum_with_an_answer(string text) => RuleVerifier.Verify<YumMissingYes>("Dockerfile", text);

    [Theory]
    [InlineData("FROM a:1\nRUN dnf [|install|] x\n")]
    [InlineData("FROM a:1\nRUN microdnf module [|install|] x:1\n")]
    [InlineData("FROM a:1\nRUN tdnf [|install|] x\n")]
    public void Reports_dnf_that_asks(string text) => RuleVerifier.Verify<DnfMissingYes>("Dockerfile", text);

    [Theory]
    [InlineData("FROM a:1\nRUN dnf -y install x && dnf install -vy x && dnf --setopt=assumeyes=1 install x && notdnf install x\n")]
    public void Accepts_dnf_with_an_answer(string text) => RuleVerifier.Verify<DnfMissingYes>("Dockerfile", text);

    [Theory]
    [InlineData("FROM a:1\nRUN zypper [|in|] -n x\n")]
    [InlineData("FROM a:1\nRUN zypper -q [|remove|] x\n")]
    public void Reports_zypper_that_asks(string text) => RuleVerifier.Verify<ZypperNonInteractiveMissing>("Dockerfile", text);

    [Theory]
    [InlineData("FROM a:1\nRUN zypper -n in x && zypper --non-interactive up && zypper install -y x && zypper in --no-confirm x && zypper refresh\n")]
    public void Accepts_zypper_with_an_answer(string text) => RuleVerifier.Verify<ZypperNonInteractiveMissing>("Dockerfile", text);

    [Theory]
    [InlineData("FROM a:1\nRUN apt-get [|install|] -y x\n")]
    [InlineData("FROM a:1\nRUN apt-get [|install|] -y x -o APT::Install-Recommends=true\n")]
    [InlineData("FROM a:1\nRUN apt-get [|install|] -y pkg=1:2.3~x\nRUN echo 'APT::Install-Recommends \"0\";' > /etc/apt/apt.conf.d/90\n")]
    [InlineData("ONBUILD RUN apt-get -y [|install|] python\n")]
    public void Reports_recommended_packages(string text) => RuleVerifier.Verify<AptInstallRecommends>("Dockerfile", text);

    [Theory]
    [InlineData("FROM a:1\nRUN apt-get --no-install-recommends install -y x && apt-get install -y x=1:2~3 --no-install-recommends\n")]
    [InlineData("FROM a:1\nRUN apt-get -o APT::Install-Recommends=false install -y x && apt-get install -oAPT::Install-Recommends=0 -y x\n")]
    [InlineData("FROM a:1\nRUN echo 'APT::Install-Recommends \"0\";' > /etc/apt/apt.conf.d/90\nRUN apt-get install -y x\n")]
    [InlineData("FROM a:1\nCOPY <<EOF /etc/apt/apt.conf.d/90\nAPT::Install-Recommends \"0\";\nEOF\nRUN apt-get install -y x\n")]
    [InlineData("FROM a:1\nRUN apt-get remove -y x\n")]
    public void Accepts_needed_packages_alone(string text) => RuleVerifier.Verify<AptInstallRecommends>("Dockerfile", text);

    [Theory]
    [InlineData("FROM a:1\nRUN apt-get [|update|]\nRUN apt-get install -y x\n")]
    [InlineData("FROM a:1\nRUN [\"apt-get\", [|\"update\"|]]\n")]
    [InlineData("FROM a:1\nRUN apt install a && apt [|update|] a\n")]
    [InlineData("FROM a:1\nRUN dnf [|update|] -y\nRUN zypper [|up|] -y\nRUN yum [|makecache|]\n")]
    [InlineData("FROM a:1\nRUN apk [|update|] && apt-get install -y x\n")]
    [InlineData("FROM a:1\nRUN apt-get [|update|] && update-ca-certificates && git submodule update\n")]
    public void Reports_updates_alone(string text) => RuleVerifier.Verify<PackageUpdateAlone>("Dockerfile", text);

    [Theory]
    [InlineData("FROM a:1\nRUN apt-get update -y ; apt-get install -y curl\nRUN apk update && apk upgrade\nRUN apk add --update x\nRUN dnf update && yum install -y x\n")]
    [InlineData("FROM a:1\nRUN <<EOF\napt-get update\napt-get install -y x\nEOF\n")]
    [InlineData("FROM a:1\nRUN sh -c \"apt-get update && apt-get install -y x\"\nRUN apt-get update && /tmp/install.sh\nRUN apt-get update && $INSTALL x\n")]
    [InlineData("FROM a:1\nRUN git submodule update && npm update && update-ca-certificates && yum update -y openssl\n")]
    [InlineData("FROM a:1\nRUN --mount=type=cache,target=/var/lib/apt,sharing=locked apt-get update\n")]
    [InlineData("FROM a:1\nRUN if true; then apt-get update; apt-get install -y x; fi\n")]
    public void Accepts_updates_before_installs(string text) => RuleVerifier.Verify<PackageUpdateAlone>("Dockerfile", text);

    [Theory]
    [InlineData("FROM a:1\nRUN apt-get [|upgrade|] -y && apt-get dist-upgrade -y\n")]
    public void Reports_apt_get_upgrade(string text) => RuleVerifier.Verify<SystemUpgradeInBuild>("Dockerfile", text);

    [Theory]
    [InlineData("FROM a:1\nRUN apt-get install --only-upgrade x && echo apt-get upgrade && pip install --upgrade x\n")]
    public void Accepts_upgrades_of_single_packages(string text) => RuleVerifier.Verify<SystemUpgradeInBuild>("Dockerfile", text);

    [Theory]
    [InlineData("FROM a:1\nRUN apt-get update && apt-get [|dist-upgrade|]\nRUN apt [|full-upgrade|] -y\n")]
    public void Reports_dist_upgrade(string text) => RuleVerifier.Verify<DistUpgradeInBuild>("Dockerfile", text);

    [Theory]
    [InlineData("FROM a:1\nRUN apt-get upgrade && echo apt-get dist-upgrade\n")]
    public void Accepts_upgrade_within_the_release(string text) => RuleVerifier.Verify<DistUpgradeInBuild>("Dockerfile", text);

    [Theory]
    [InlineData("FROM a:1\nRUN apk -U [|upgrade|]\n")]
    public void Reports_apk_upgrade(string text) => RuleVerifier.Verify<ApkUpgrade>("Dockerfile", text);

    [Theory]
    [InlineData("FROM a:1\nRUN apk add --upgrade x\n")]
    public void Accepts_apk_add_upgrade(string text) => RuleVerifier.Verify<ApkUpgrade>("Dockerfile", text);

    [Theory]
    [InlineData("FROM a:1\nRUN yum -y [|update|]\n")]
    public void Reports_yum_update(string text) => RuleVerifier.Verify<YumUpdateAll>("Dockerfile", text);

    [Theory]
    [InlineData("FROM a:1\nRUN yum -y update openssl && yum update -y --security && dnf update -y\n")]
    public void Accepts_yum_update_of_some(string text) => RuleVerifier.Verify<YumUpdateAll>("Dockerfile", text);

    [Theory]
    [InlineData("FROM a:1\nRUN microdnf [|update|] -y\n")]
    public void Reports_dnf_update(string text) => RuleVerifier.Verify<DnfUpdateAll>("Dockerfile", text);

    [Theory]
    [InlineData("FROM a:1\nRUN dnf upgrade -y openssl && dnf upgrade --security -y\n")]
    public void Accepts_dnf_update_of_some(string text) => RuleVerifier.Verify<DnfUpdateAll>("Dockerfile", text);

    [Theory]
    [InlineData("ONBUILD RUN zypper [|dup|]\n")]
    [InlineData("FROM opensuse/leap:15\nRUN zypper -n [|dist-upgrade|]\n")]
    public void Reports_zypper_dup(string text) => RuleVerifier.Verify<ZypperDistUpgrade>("Dockerfile", text);

    [Theory]
    [InlineData("FROM opensuse/tumbleweed\nRUN zypper -n dup\n")]
    [InlineData("FROM a:1\nRUN zypper -n patch\n")]
    public void Accepts_zypper_dup_of_rolling_releases(string text) => RuleVerifier.Verify<ZypperDistUpgrade>("Dockerfile", text);

    [Theory]
    [InlineData("FROM a:1\nRUN zypper -n [|up|]\n")]
    public void Reports_zypper_update(string text) => RuleVerifier.Verify<ZypperUpdate>("Dockerfile", text);

    [Theory]
    [InlineData("FROM a:1\nRUN zypper -n patch && zypper -n up openssl\n")]
    public void Accepts_zypper_patch(string text) => RuleVerifier.Verify<ZypperUpdate>("Dockerfile", text);

    [Theory]
    [InlineData("FROM a:1\nCOPY package*.json ./\nRUN npm [|install|]\n")]
    [InlineData("FROM a:1\nCOPY [\"package.json\", \"package-lock.json\", \"./\"]\nRUN npm [|i|] --omit=dev\n")]
    public void Reports_npm_install_with_a_lock_file(string text) => RuleVerifier.Verify<NpmInstallInsteadOfCi>("Dockerfile", text);

    [Theory]
    [InlineData("FROM a:1\nCOPY package.json ./\nRUN npm install\n")]
    [InlineData("FROM a:1\nCOPY package*.json ./\nRUN npm ci && npm install -g pm2@1 && npm run install\n")]
    [InlineData("FROM a:1\nRUN npm install\nCOPY package-lock.json ./\n")]
    public void Accepts_npm_install_without_one(string text) => RuleVerifier.Verify<NpmInstallInsteadOfCi>("Dockerfile", text);

    [Theory]
    [InlineData("FROM a:1\nRUN apt-get install -y x [|gcc|] {|#0:make|}\n")]
    [InlineData("FROM a:1\nRUN apk add --virtual .deps x && apk add [|git=2|] && apk del .deps\n")]
    [InlineData("FROM a:1 AS base\nRUN apt-get install -y [|curl|]\nFROM base\n")]
    public void Reports_tools_in_the_final_image(string text) => RuleVerifier.Verify<UnnecessaryPackageInstalled>("Dockerfile", text);

    [Theory]
    [InlineData("FROM a:1 AS build\nRUN apt-get install -y gcc\nFROM b:1\nCOPY --from=build /a /a\n")]
    [InlineData("FROM a:1\nRUN apk add --virtual .deps gcc && apk del .deps && apk add make && apk del make\n")]
    [InlineData("FROM a:1\nRUN apt-get install -y gcc && apt-get purge -y --auto-remove gcc && apt-get install -y libgcc-s1 $TOOLS && pip install git\n")]
    public void Accepts_tools_that_do_not_stay(string text) => RuleVerifier.Verify<UnnecessaryPackageInstalled>("Dockerfile", text);

    [Fact]
    public void Unnecessary_packages_can_be_named() => RuleVerifier.Verify<UnnecessaryPackageInstalled>(
        (".editorconfig", "[*]\nhardenbuild.hb1136.packages = perl, gcc\n"),
        ("Dockerfile", "FROM a:1\nRUN apt-get install -y curl [|perl|]\n"));

    [Theory]
    [InlineData("FROM a:1\nRUN apt-get install -y \\\n    b \\\n    [|a|]\n")]
    [InlineData("FROM a:1\nRUN apk add --no-cache \\\n  b=1 \\\n  # why\n  c=1 \\\n  [|a=2|] && echo\n")]
    public void Reports_unsorted_packages(string text) => RuleVerifier.Verify<PackageListNotSorted>("Dockerfile", text);

    [Theory]
    [InlineData("FROM a:1\nRUN apt-get install -y \\\n    a \\\n    b=1 \\\n    libc6 \\\n    libc6-dev\n")]
    [InlineData("FROM a:1\nRUN apt-get install -y b a\n")]
    [InlineData("FROM a:1\nRUN apt-get install -y \\\n  b c \\\n  a\n")]
    [InlineData("FROM a:1\nRUN apt-get install -y \\\n  b \\\n  $X \\\n  a\nRUN pip install \\\n  b \\\n  --pre \\\n  a\n")]
    [InlineData("FROM a:1\nRUN pip install \\\n  a \\\n  B \\\n  c\n")]
    public void Accepts_sorted_and_grouped_packages(string text) => RuleVerifier.Verify<PackageListNotSorted>("Dockerfile", text);

    [Theory]
    [InlineData("FROM a:1\nRUN --mount=type=cache,target=[|/var/cache/apt|] --mount=type=cache,target=/var/lib/apt,sharing=[|shared|] apt-get update\n")]
    [InlineData("FROM a:1\nONBUILD RUN --mount=type=cache,id=apt,target=[|/var/lib/apt/lists/|] apt-get update\n")]
    public void Reports_unlocked_cache_mounts(string text) => RuleVerifier.Verify<CacheMountSharedAptUnlocked>("Dockerfile", text);

    [Theory]
    [InlineData("FROM a:1\nRUN --mount=type=cache,target=/var/cache/apt,sharing=locked --mount=type=cache,sharing=private,target=/var/lib/apt apt-get update\n")]
    [InlineData("FROM a:1\nRUN --mount=type=cache,target=/root/.cache/pip --mount=type=tmpfs,target=/var/cache/apt --mount=type=cache,id=apt-$BUILD,target=/var/cache/apt true\n")]
    [InlineData("FROM a:1\nRUN --mount=type=cache apt-get update\n")]
    public void Accepts_locked_and_other_mounts(string text) => RuleVerifier.Verify<CacheMountSharedAptUnlocked>("Dockerfile", text);

}
