using HardenBuild.Rules.Dockerfile.Packages;

namespace HardenBuild.Core.Tests.Rules.Dockerfile;

public sealed class PackageVersionRulesTests
{
    [Theory]
    [InlineData("FROM a:1\nRUN apt-get install -t stable -y a=1 [|b|] {|#0:c|}\n")]
    [InlineData("FROM a:1\nRUN [\"apt-get\", \"install\", [|\"b\"|]]\n")]
    [InlineData("FROM a:1\nRUN <<EOF\napt install -y [|g++|]\nEOF\n")]
    public void Reports_packages_of_apt_without_version(string text) => RuleVerifier.Verify<AptVersionNotPinned>("Dockerfile", text);

    [Theory]
    [InlineData("FROM a:1\nRUN apt-get install ./a.deb /b.deb a/stable $PKGS b=$V && apt-get build-dep x && apt-get remove y\n")]
    [InlineData("FROM a:1\nRUN apt-get update \\\n && apt-get -yqq --no-install-recommends install nodejs=0.10 \\\n && rm -rf /var/lib/apt/lists/*\n")]
    [InlineData("FROM debian@sha256:1\nRUN sed -i s,deb.debian.org,snapshot.debian.org/archive/debian/20260101T000000Z, /etc/apt/sources.list\nRUN apt-get install -y x\n")]
    public void Accepts_packages_of_apt_with_version(string text) => RuleVerifier.Verify<AptVersionNotPinned>("Dockerfile", text);

    [Theory]
    [InlineData("ONBUILD RUN apk add [|flex|]\n")]
    [InlineData("FROM a:1\nRUN apk -X https://x.dev/edge add --no-cache -t .deps [|gcc|] {|#0:make|}\n")]
    public void Reports_packages_of_apk_without_version(string text) => RuleVerifier.Verify<ApkVersionNotPinned>("Dockerfile", text);

    [Theory]
    [InlineData("FROM a:1\nRUN apk add --no-cache flex=2.6.4-r1 'a~1' 'b>1' ./c.apk .virtual $X --virtual x --repository=https://x.dev y=1\n")]
    public void Accepts_packages_of_apk_with_version(string text) => RuleVerifier.Verify<ApkVersionNotPinned>("Dockerfile", text);

    [Theory]
    [InlineData("ONBUILD RUN yum install -y [|tomcat|] && yum clean all\n")]
    [InlineData("FROM a:1\nRUN yum install -y [|java-11-openjdk|] {|#0:java-1.8.0-openjdk-devel|}\n")]
    [InlineData("FROM a:1\nRUN yum module install -y [|tomcat|]\n")]
    [InlineData("FROM fedora:42 AS build\nENV version=2.51.0-2.fc42\nFROM fedora:42\nRUN yum -y install [|git-core-${version}|]\n")]
    public void Reports_packages_of_yum_without_version(string text) => RuleVerifier.Verify<YumVersionNotPinned>("Dockerfile", text);

    [Theory]
    [InlineData("FROM a:1\nRUN yum install -y tomcat-9.2 gcc-c++-1.1.1 rpm-sign-4.16.1.3 openssl-1:1.1.1k ./a.rpm https://x.dev/b.rpm @dev $X && yum groupinstall -y 'Development Tools'\n")]
    [InlineData("FROM fedora:42 AS build\nENV version=2.51.0-2.fc42\nFROM build\nRUN yum -y install git-core-${version} && yum module install -y tomcat:9\n")]
    [InlineData("FROM fedora:42\nRUN v=1.2 && yum -y install git-core-$v\nRUN for v in 1 2; do yum -y install a-\"$v\"; done\nRUN yum install a-$(cat v)\n")]
    [InlineData("FROM unknown:42\nRUN yum -y install a-$v\n")]
    public void Accepts_packages_of_yum_with_version(string text) => RuleVerifier.Verify<YumVersionNotPinned>("Dockerfile", text);

    [Theory]
    [InlineData("RUN microdnf install -y [|rpm-sign|] && microdnf clean all\n")]
    [InlineData("RUN microdnf module install -y [|tomcat|] && microdnf clean all\n")]
    public void Reports_packages_of_dnf_without_version(string text) => RuleVerifier.Verify<DnfVersionNotPinned>("Dockerfile", text);

    [Theory]
    [InlineData("RUN dnf -y group install \"Development Tools\" && notdnf install tomcat && dnf install -y tomcat-9.0.1 && dnf module install -y a:1\n")]
    public void Accepts_packages_of_dnf_with_version(string text) => RuleVerifier.Verify<DnfVersionNotPinned>("Dockerfile", text);

    [Theory]
    [InlineData("RUN zypper install -y [|tomcat|] && zypper clean\n")]
    [InlineData("RUN zypper in [|tomcat|]>9.0\n")]
    public void Reports_packages_of_zypper_without_version(string text) => RuleVerifier.Verify<ZypperVersionNotPinned>("Dockerfile", text);

    [Theory]
    [InlineData("RUN zypper install -y tomcat\\>9.0 'a>=1' b=2 ./c.rpm https://x.dev/d.rpm $E && zypper in -t pattern devel && zypper rm x\n")]
    public void Accepts_packages_of_zypper_with_version(string text) => RuleVerifier.Verify<ZypperVersionNotPinned>("Dockerfile", text);

    [Theory]
    [InlineData("ONBUILD RUN pip install [|git+https://github.com/rtfd/read-ext.git#egg=read-ext|]\n")]
    [InlineData("RUN pip2 install [|MySQL_python|]\n")]
    [InlineData("RUN pip install --root-user-action=ignore [|mypkg|]\n")]
    [InlineData("RUN python3 -m pip install 'a==1' [|'b>=2'|] {|#0:c[x]|}\n")]
    [InlineData("RUN pip install [|git+ssh://git@github.com/u/r.git|]\n")]
    public void Reports_packages_of_pip_without_version(string text) => RuleVerifier.Verify<PipVersionNotPinned>("Dockerfile", text);

    [Theory]
    [InlineData("RUN pip3 install --prefix /opt/yamllint yamllint==1.20.0 && pip3 install --target /opt a===1 && pip install --build /o b~=2 && pip install a==1 --user\n")]
    [InlineData("RUN pip install pykafka -c http://foo.bar.baz && pip install --requirement requirements.txt && pip install . && pip install -e ./x ../y\n")]
    [InlineData("RUN pip install mypkg.tar.gz x.whl https://x.dev/a.tar.gz git+https://github.com/u/r@v1 git+ssh://git@github.com/u/r.git@abc#egg=r $X a==$V\n")]
    [InlineData("RUN pip install --index-url https://user:pass@eg.com/foo --extra-index-url https://user:pass@ex-eg.io/foo foobar==1.0.0 && pipx install --python \"$(which python)\" \"poetry==1.8.5\"\n")]
    public void Accepts_packages_of_pip_with_version(string text) => RuleVerifier.Verify<PipVersionNotPinned>("Dockerfile", text);

    [Theory]
    [InlineData("ONBUILD RUN npm install [|express|] sax@0.1.1\n")]
    [InlineData("RUN npm install [|git+ssh://git@github.com:npm/npm.git|]\n")]
    [InlineData("RUN npm install [|git://github.com/npm/npm.git|]\n")]
    [InlineData("RUN npm i --registry https://example.com [|@myorg/privatepackage|] {|#0:user/repo|}\n")]
    [InlineData("RUN npm add -g --unsafe-perm true [|npm@latest|]\n")]
    public void Reports_packages_of_npm_without_version(string text) => RuleVerifier.Verify<NpmVersionNotPinned>("Dockerfile", text);

    [Theory]
    [InlineData("RUN npm install --progress=false && npm install && npm ci && npm run --crazy install && npm exec x\n")]
    [InlineData("RUN npm install @myorg/privatepackage@\">=0.1.0 <0.2.0\" express@\"4.1.1\" a@$V $B ~/folder ./x package-v1.2.3.tgz user/repo#v1\n")]
    [InlineData("RUN npm install git+https://isaacs@github.com/npm/npm.git#v1.0.27 git+ssh://git@github.com:npm/npm.git#v1 https://x.dev/a.tgz\n")]
    [InlineData("RUN npm install --prefix /opt --loglevel warn --registry https://example.com sax@0.1.1\n")]
    public void Accepts_packages_of_npm_with_version(string text) => RuleVerifier.Verify<NpmVersionNotPinned>("Dockerfile", text);

    [Theory]
    [InlineData("ONBUILD RUN gem i bunlder:1 [|nokogiri|]\n")]
    [InlineData("RUN gem install [|bundler|] --use-system-libraries true\n")]
    public void Reports_packages_of_gem_without_version(string text) => RuleVerifier.Verify<GemVersionNotPinned>("Dockerfile", text);

    [Theory]
    [InlineData("RUN gem install bundler:2.0.1 --use-system-libraries true && gem install -v 1 a && gem install b --version '~> 2' && gem install ./c.gem $D && gem update\n")]
    [InlineData("RUN gem install bundler:1 -- --with-cflags x && bundler install\n")]
    public void Accepts_packages_of_gem_with_version(string text) => RuleVerifier.Verify<GemVersionNotPinned>("Dockerfile", text);

    [Theory]
    [InlineData("ONBUILD RUN go run [|example.com/pkg|]\n")]
    [InlineData("RUN go install [|example.com/pkg@latest|]\n")]
    [InlineData("RUN go get -tool [|foobar|]\n")]
    [InlineData("RUN CGO_ENABLED=0 go install -ldflags '-s -w' -tags x [|example.com/pkg|]\n")]
    public void Reports_modules_of_go_without_version(string text) => RuleVerifier.Verify<GoVersionNotPinned>("Dockerfile", text);

    [Theory]
    [InlineData("RUN go run example.com/pkg@v1.2.3 --foobar x.dev/y && go run /go/app/foobar && go install ./app/foobar ./... && go get && go run main.go && go install cmd/vet\n")]
    [InlineData("RUN go get -tool foobar@v1.2.3 && go build -o /a example.com/b && go install $X\n")]
    [InlineData("WORKDIR /go/src/github.com/u/r\nRUN go install github.com/u/r/cmd/a\n")]
    public void Accepts_modules_of_go_with_version(string text) => RuleVerifier.Verify<GoVersionNotPinned>("Dockerfile", text);
}
