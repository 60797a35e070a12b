using HardenBuild.Rules;
using HardenBuild.Rules.Dockerfile.Verification;

namespace HardenBuild.Core.Tests.Rules.Dockerfile;

public sealed class VerificationRulesTests
{
    [Theory]
    [InlineData("FROM a:1\nENV [|GIT_SSL_NO_VERIFY=0|]\nARG [|GIT_SSL_NO_VERIFY=true|]\n")]
    [InlineData("FROM a:1\nENV X=1 [|GIT_SSL_NO_VERIFY=1|] Y=2\nENV [|GIT_SSL_NO_VERIFY yes|]\n")]
    [InlineData("ARG [|GIT_SSL_NO_VERIFY=1|]\nFROM a:1\n")]
    [InlineData("FROM a:1\nRUN X=1 [|GIT_SSL_NO_VERIFY=\"1\"|] git clone https://x.dev/r.git\n")]
    [InlineData("FROM a:1\nRUN export [|GIT_SSL_NO_VERIFY=1|] && git clone https://x.dev/r.git\n")]
    [InlineData("FROM a:1\nRUN env [|GIT_SSL_NO_VERIFY=1|] git fetch\nRUN [\"env\", [|\"GIT_SSL_NO_VERIFY=1\"|], \"git\", \"fetch\"]\n")]
    [InlineData("FROM a:1\nRUN [|GIT_SSL_NO_VERIFY='0'|] T='x\\'' git clone https://x.dev/r.git\n")]
    [InlineData("FROM a:1\nRUN <<EOF\nset -e\n[|GIT_SSL_NO_VERIFY=1|]\ngit fetch\nEOF\n")]
    [InlineData("FROM a:1\nRUN git -c [|http.sslVerify=false|] clone https://x.dev/r.git\n")]
    [InlineData("FROM a:1\nRUN git config --global [|http.sslVerify \"false\"|]\nRUN git config [|http.https://x.dev/.sslverify 0|]\n")]
    [InlineData("FROM a:1\nRUN bash -c 'git config --system [|http.sslVerify no|]'\n")]
    [InlineData("ONBUILD ENV [|GIT_SSL_NO_VERIFY=1|]\n")]
    public void Reports_Git_without_certificates(string text) => RuleVerifier.Verify<GitSslVerifyDisabled>("Dockerfile", text);

    [Theory]
    [InlineData("FROM a:1\nENV A_GIT_SSL_NO_VERIFY=1 GIT_SSL_NO_VERIFY_B=1\nENV GIT_SSL_NO_VERIFY=\nARG GIT_SSL_NO_VERIFY\nENV GIT_SSL_NO_VERIFY=$UNKNOWN\n")]
    [InlineData("FROM a:1\nRUN unset GIT_SSL_NO_VERIFY && echo GIT_SSL_NO_VERIFY=1 # GIT_SSL_NO_VERIFY=1\n")]
    [InlineData("FROM a:1\nRUN git config http.sslVerify true && git config --unset http.sslVerify; git config http.sslVerify || false\n")]
    [InlineData("FROM mcr.microsoft.com/windows/servercore:ltsc2025\nSHELL [\"powershell\", \"-Command\"]\nRUN GIT_SSL_NO_VERIFY=1 git fetch\n")]
    [InlineData("FROM a:1\nRUN GIT_SSL_NO_VERIFY=\n")]
    public void Accepts_Git_with_certificates(string text) => RuleVerifier.Verify<GitSslVerifyDisabled>("Dockerfile", text);

    [Theory]
    [InlineData("FROM a:1\nENV [|NODE_TLS_REJECT_UNAUTHORIZED=0|]\nRUN [|NODE_TLS_REJECT_UNAUTHORIZED='0'|] npm ci\nENV NODE_TLS_REJECT_UNAUTHORIZED=1\n")]
    [InlineData("FROM a:1\nARG V=0\nENV [|NODE_TLS_REJECT_UNAUTHORIZED=$V|]\n")]
    public void Reports_Node_without_certificates(string text) => RuleVerifier.Verify<NodeTlsRejectDisabled>("Dockerfile", text);

    [Theory]
    [InlineData("FROM a:1\nENV [|npm_config_strict_ssl=False|]\nENV [|NPM_CONFIG_STRICT_SSL=|]\nRUN [|NPM_CONFIG_STRICT_SSL=|] npm ci\n")]
    [InlineData("FROM a:1\nENV NPM_CONFIG_STRICT_SSL=true\nARG NPM_CONFIG_STRICT_SSL\nRUN echo NPM_CONFIG_STRICT_SSL=false\n")]
    public void Reads_the_variable_of_npm(string text) => RuleVerifier.Verify<NpmStrictSslEnvDisabled>("Dockerfile", text);

    [Theory]
    [InlineData("FROM a:1\nRUN npm config set [|strict-ssl false|] -g && npm c set [|\"strict-ssl\"='false'|]\nRUN yarn set [|strict-ssl=false|]\n")]
    [InlineData("FROM a:1\nRUN pnpm install [|--strict-ssl=false|]; npm ci [|--strict-ssl false|]; npm ci [|--no-strict-ssl|]\n")]
    [InlineData("FROM a:1\nRUN [\"yarn\", \"config\", \"set\", [|\"enableStrictSsl\", \"false\"|]]\n")]
    [InlineData("FROM a:1\nRUN npm config set strict-ssl true || false; npm config get strict-ssl false; npm install strict-ssl false\nRUN npm config set audit false\n")]
    public void Reads_the_configuration_of_npm_and_yarn(string text) => RuleVerifier.Verify<NpmYarnStrictSslConfigDisabled>("Dockerfile", text);

    [Theory]
    [InlineData("FROM a:1\nRUN pip \\\n  [|--trusted-host pypi.org|] \\\n  install x\nRUN pip3.12 install [|--trusted-host=a.org|] [|--trusted-host=$B|] x\n")]
    [InlineData("FROM a:1\nRUN python3 -m pip install [|--trusted-host a.org|] x\nRUN [\"pip\", \"install\", [|\"--trusted-host\", \"a.org\"|], \"x\"]\n")]
    [InlineData("FROM a:1\nRUN pip install --trusted-host localhost x; echo --trusted-host; pipenv --trusted-host a\n")]
    public void Reads_the_trusted_hosts_of_pip(string text) => RuleVerifier.Verify<PipTrustedHostOption>("Dockerfile", text);

    [Theory]
    [InlineData("FROM a:1\nENV [|PIP_TRUSTED_HOST    pypi.org|]\nRUN export [|PIP_TRUSTED_HOST='pypi.org'|] && pip install x\n")]
    [InlineData("FROM a:1\nENV PIP_TRUSTED_HOST=\nRUN PIP_TRUSTED_HOSTS=x echo PIP_TRUSTED_HOST\n")]
    public void Reads_the_trusted_hosts_in_variables(string text) => RuleVerifier.Verify<PipTrustedHostEnv>("Dockerfile", text);

    [Theory]
    [InlineData("FROM a:1\nRUN sudo [|PYTHONHTTPSVERIFY=0|] python x.py\nENV PYTHONHTTPSVERIFY=1\n")]
    public void Reads_the_variable_of_Python(string text) => RuleVerifier.Verify<PythonHttpsVerifyDisabled>("Dockerfile", text);

    [Theory]
    [InlineData("FROM a:1\nRUN wget -q [|--no-check-certificate|] https://x.dev/a && wget -e [|check_certificate=off|] https://x.dev/b\n")]
    [InlineData("FROM a:1\nRUN [\"wget\", [|\"--no-check-certificate\"|], \"https://x.dev/a\"]\n")]
    [InlineData("FROM a:1\nRUN echo '[|check_certificate = off|]' >> ~/.wgetrc\nCOPY <<EOF /etc/wgetrc\n[|check_certificate=off|]\nEOF\n")]
    [InlineData("FROM a:1\nRUN wget https://x.dev | grep -- --no-check-certificate\nRUN wget --no-check-certificate https://localhost:8443/x\nRUN echo check_certificate=off > notes\n")]
    public void Reads_the_options_of_wget(string text) => RuleVerifier.Verify<WgetNoCheckCertificate>("Dockerfile", text);

    [Theory]
    [InlineData("FROM a:1\nRUN yum-config-manager --save --setopt=[|sslverify=0|]\nRUN dnf --setopt [|base.sslverify=False|] install x\n")]
    [InlineData("FROM a:1\nRUN yum-config-manager --save --setopt=[|\"x.sslverify=no\"|]\nRUN printf '[x]\\n[|sslverify=0|]\\n' | tee -a /etc/yum.repos.d/x.repo\n")]
    [InlineData("FROM a:1\nRUN sed -i 's/sslverify=1/[|sslverify=0|]/' /etc/dnf/dnf.conf\nRUN sed -i 's/sslverify=0/sslverify=1/' /etc/dnf/dnf.conf\n")]
    [InlineData("FROM a:1\nRUN yum-config-manager --disable sslverify; yum-config-manager --setopt=sslverify=1; yum-config-manager --setopt=x=1 && echo --setopt=sslverify=0\n")]
    public void Reads_sslverify_of_yum(string text) => RuleVerifier.Verify<YumDnfSslverifyDisabled>("Dockerfile", text);

    [Theory]
    [InlineData("FROM a:1\nRUN apk add [|--allow-untrusted|] x.apk && apk --no-cache [|--allow-untrusted|] add y\n")]
    [InlineData("FROM a:1\nRUN apk add x | grep -- --allow-untrusted && echo \"--allow-untrusted\"\n")]
    public void Reads_the_options_of_apk(string text) => RuleVerifier.Verify<ApkAllowUntrusted>("Dockerfile", text);

    [Theory]
    [InlineData("FROM a:1\nRUN apt-get install -y [|--allow-unauthenticated|] x; apt -o [|Acquire::AllowInsecureRepositories=true|] update\n")]
    [InlineData("FROM a:1\nRUN echo 'deb [[|trusted=yes|]] http://x.dev/ ./' > /etc/apt/sources.list.d/x.list\n")]
    [InlineData("FROM a:1\nRUN echo 'deb [arch=amd64 [|trusted=yes|]] http://x.dev/ ./' | tee /etc/apt/sources.list\n")]
    [InlineData("FROM a:1\nRUN echo '[|APT::Get::AllowUnauthenticated \"true|]\";' > /etc/apt/apt.conf.d/99x\nCOPY <<E /etc/apt/sources.list.d/x.sources\n[|Trusted: yes|]\nE\n")]
    [InlineData("FROM a:1\nRUN add-apt-repository [|'deb [trusted=yes] http://x.dev/ ./'|]\n")]
    [InlineData("FROM a:1\nRUN apt-get install --allow-unauthenticated=false x; apt-get -o APT::Get::AllowUnauthenticated=false update\nRUN echo 'deb [signed-by=/k.gpg] http://x.dev/ ./' > /etc/apt/sources.list; echo '[trusted=yes]'\n")]
    public void Reads_the_trust_of_apt(string text) => RuleVerifier.Verify<AptAllowUnauthenticated>("Dockerfile", text);

    [Theory]
    [InlineData("FROM a:1\nRUN apt-get -y [|--force-yes|] install x && apt-get install --allow-downgrades [|--allow-remove-essential|] y\n")]
    [InlineData("FROM a:1\nRUN apt-get install -y --allow-downgrades x && echo --force-yes && dpkg --force-yes\n")]
    public void Reads_the_force_of_apt(string text) => RuleVerifier.Verify<AptForceYes>("Dockerfile", text);

    [Theory]
    [InlineData("FROM a:1\nRUN tdnf -y update && \\\n  tdnf install -y ${package} x [|--nogpgcheck|]\nRUN zypper [|--no-gpg-checks|] install x\n")]
    [InlineData("FROM a:1\nRUN microdnf [|--nogpgcheck|] install x; dnf --setopt=[|*.gpgcheck=0|] install x\nRUN echo '[|gpgcheck=0|]' >> /etc/yum.repos.d/x.repo\n")]
    [InlineData("FROM a:1\nRUN cat <<E > /etc/yum.repos.d/x.repo\n[x]\n[|gpgcheck = 0|]\nrepo_gpgcheck=0\nE\n")]
    [InlineData("FROM a:1\nRUN yum install x | grep -- --nogpgcheck || echo \"--nogpgcheck\"\nRUN echo gpgcheck=1 >> /etc/yum.repos.d/x.repo; echo gpgcheck=0\n")]
    public void Reads_the_signatures_of_yum(string text) => RuleVerifier.Verify<YumNogpgcheck>("Dockerfile", text);

    [Fact]
    public void Package_files_with_a_checksum_are_a_suggestion()
    {
        var rule = RuleCatalog.All.OfType<YumNogpgcheck>().Single();

        var findings = RuleVerifier.Scan(rule, [("Dockerfile", "FROM a:1\nRUN sha256sum -c sums && dnf install --nogpgcheck ./x.rpm\n")]);

        Assert.Equal(RuleSeverity.Suggestion, Assert.Single(findings).AtMost);
    }

    [Theory]
    [InlineData("FROM a:1\nRUN rpm -Uvh [|--nosignature|] x.rpm; rpm -i [|--nodigest|] --noverify x.rpm\n")]
    [InlineData("FROM a:1\nRUN rpm -qa --nosignature && rpm -V --nodigest x && rpm -i x.rpm && echo --nosignature\n")]
    public void Reads_the_options_of_rpm(string text) => RuleVerifier.Verify<RpmNoSignature>("Dockerfile", text);

    [Theory]
    [InlineData("FROM a:1\nRUN curl https://x.dev/k | sudo [|apt-key|] add - && [|apt-key|] adv --keyserver k --recv-keys 1\n")]
    [InlineData("FROM a:1\nRUN apt-key list && echo apt-key add && rm -rf apt-key\n")]
    public void Reads_apt_key(string text) => RuleVerifier.Verify<AptKeyDeprecated>("Dockerfile", text);

    [Theory]
    [InlineData("FROM a:1\nRUN curl [|--tlsv1.1|] https://x.dev; curl --tls-max [|1.0|] https://x.dev; wget --secure-protocol=[|TLSv1|] https://x.dev; openssl s_client [|-tls1_1|] -connect x:1\n")]
    [InlineData("FROM a:1\nRUN sed -i 's/TLSv1.2/[|TLSv1|]/g' /etc/ssl/openssl.cnf && sed -i 's/DEFAULT@SECLEVEL=2/DEFAULT@[|SECLEVEL=1|]/' /etc/ssl/openssl.cnf\n")]
    [InlineData("FROM a:1\nRUN printf '[|MinProtocol = TLSv1.0|]\\n' >> /etc/ssl/openssl.cnf\n")]
    [InlineData("FROM a:1\nRUN curl --tlsv1.2 --tls-max 1.3 https://x.dev; wget --secure-protocol=TLSv1_2 https://x.dev; sed -i 's/SECLEVEL=1/SECLEVEL=2/' /etc/ssl/openssl.cnf\nRUN echo SECLEVEL=0 > notes\n")]
    public void Reads_versions_of_TLS(string text) => RuleVerifier.Verify<WeakTlsVersionForced>("Dockerfile", text);

    [Theory]
    [InlineData("FROM a:1\nRUN echo '1 x' | [|md5sum|] -c - && echo 1 x | [|sha1sum|] --check && [|shasum|] -c s\n")]
    [InlineData("FROM a:1\nRUN curl -O https://x.dev/x && test \"$(openssl [|sha1|] x)\" = y\n")]
    [InlineData("FROM a:1\nRUN md5sum package.json > key; shasum -a 256 -c s; sha256sum -c s; openssl sha1 x; echo md5sum -c\n")]
    public void Reads_weak_hashes(string text) => RuleVerifier.Verify<WeakHashIntegrityCheck>("Dockerfile", text);
}
