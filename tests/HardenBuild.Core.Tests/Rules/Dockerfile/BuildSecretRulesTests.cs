using HardenBuild.Rules.Dockerfile.Secrets;

namespace HardenBuild.Core.Tests.Rules.Dockerfile;

public sealed class BuildSecretRulesTests
{
    [Theory]
    [InlineData("FROM a:1\nRUN echo 'root:x' | [|chpasswd|] && echo x | passwd [|--stdin|] root; passwd [|-d|] root\n")]
    [InlineData("FROM a:1\nRUN sudo [|chpasswd|] <<< root:x\n")]
    public void Reports_passwords_of_accounts(string text) => RuleVerifier.Verify<PasswordSetInRun>("Dockerfile", text);

    [Theory]
    [InlineData("FROM a:1\nRUN useradd -m [|-p|] '$6$x' app; usermod [|--password|]=x app\n")]
    [InlineData("FROM a:1\nRUN [\"sh\", \"-c\", \"echo a:b | [|/usr/sbin/chpasswd|]\"]\n")]
    public void Reports_passwords_in_options(string text) => RuleVerifier.Verify<PasswordSetInRun>("Dockerfile", text);

    [Theory]
    [InlineData("FROM a:1\nRUN passwd -l root; usermod -L app; useradd -p '!' a; useradd -p '*' b; useradd -ms /bin/sh -P x app\n# chpasswd\nRUN apt-get install -y passwd chpasswd; adduser --disabled-password app\n")]
    public void Accepts_locked_accounts(string text) => RuleVerifier.Verify<PasswordSetInRun>("Dockerfile", text);

    [Theory]
    [InlineData("FROM a:1\nRUN aws configure set aws_access_key_id [|test-id|] && aws configure set aws_secret_access_key [|test-key|]\n")]
    [InlineData("FROM a:1\nARG T\nRUN docker login -u x -p [|$T|] r.dev && doctl auth init -t [|\"${T}\"|]\n")]
    [InlineData("FROM a:1\nRUN curl -s -u [|user:pw|] https://x.dev && curl -H [|\"Authorization: Bearer $T\"|] https://x.dev\n")]
    [InlineData("FROM a:1\nRUN npm config set //r.dev/:_authToken [|$T|] && git clone [|https://$T@x.dev/r.git|]\n")]
    [InlineData("FROM a:1\nRUN [\"az\", \"login\", \"-p\", [|\"x\"|]]\nRUN gcloud auth activate-service-account [|--key-file=key.json|]\n")]
    [InlineData("ONBUILD RUN dotnet nuget push a.nupkg --api-key [|$KEY|]\n")]
    public void Reports_credentials_on_command_lines(string text) => RuleVerifier.Verify<SecretInRunCommand>("Dockerfile", text);

    [Theory]
    [InlineData("FROM a:1\nRUN --mount=type=secret,id=k aws configure set aws_secret_access_key $(cat /run/secrets/k)\nRUN --mount=type=secret,id=t,env=T docker login -p \"$T\"\n")]
    [InlineData("FROM a:1\nRUN T=$(cat /run/secrets/t) && docker login -p $T && curl -H \"Authorization: Bearer $(cat /t)\" https://x.dev\n")]
    [InlineData("FROM a:1\nRUN curl -u user https://x.dev && curl -u user: https://x.dev && curl -H 'Accept: x' https://x.dev && docker run -p 80:80 x && docker login --password-stdin\n")]
    [InlineData("FROM a:1\nRUN git clone git@x.dev:r.git && git clone https://x.dev/a@b.git && echo docker login -p x && aws configure set region x && npm config set registry https://x.dev\n")]
    [InlineData("FROM a:1\nRUN docker login -p\n")]
    public void Accepts_credentials_from_elsewhere(string text) => RuleVerifier.Verify<SecretInRunCommand>("Dockerfile", text);

    [Theory]
    [InlineData("FROM a:1\nRUN --mount=type=secret,id=a,mode=[|0666|] --mount=type=ssh,mode=[|0444|] --mount=type=secret,id=b,mode=[|0420|] x\n")]
    [InlineData("FROM a:1\nRUN --mount=type=secret,id=a,mode=0400 --mount=type=secret,id=b,mode=440 --mount=type=secret,id=c --mount=type=cache,target=/x,mode=0777 --mount=type=secret,id=d,mode=x y\n")]
    public void Reads_the_mode_of_secrets(string text) => RuleVerifier.Verify<SecretMountWorldReadable>("Dockerfile", text);

    [Theory]
    [InlineData("FROM a:1\nRUN --mount=[|type=secret,id=a|] --mount=[|type=secret,id=b,required=false|] cat /run/secrets/a\n")]
    [InlineData("FROM a:1\nRUN --mount=type=secret,id=a,required --mount=type=secret,id=b,required=true --mount=type=cache,target=/c cat /run/secrets/a\n")]
    [InlineData("FROM a:1\nRUN --mount=type=secret,id=a if [ -f /run/secrets/a ]; then x; fi\nRUN --mount=type=secret,id=t,env=T test -n \"$T\" && x\nRUN --mount=type=secret,id=t,env=T x \"${T:-none}\"\n")]
    public void Reads_whether_secrets_are_required(string text) => RuleVerifier.Verify<SecretMountRequiredMissing>("Dockerfile", text);

    [Theory]
    [InlineData("FROM a:1\nCOPY {|#0:id_rsa|} /root/.ssh/\nRUN git fetch && rm -f [|/root/.ssh/id_rsa|]\n")]
    [InlineData("FROM a:1\nWORKDIR /app\nCOPY .npmrc .\nRUN npm ci\nRUN rm [|.npmrc|]\n")]
    [InlineData("FROM a:1\nCOPY key.pem /tmp/k\nRUN [\"rm\", [|\"/tmp/k\"|]]\n")]
    [InlineData("FROM a:1\nCOPY requirements.txt /tmp/\nRUN rm [|/tmp/requirements.txt|]\n")]
    public void Reports_deleted_files_that_stay(string text) => RuleVerifier.Verify<CopiedSecretDeletedLater>("Dockerfile", text);

    [Theory]
    [InlineData("FROM a:1 AS b\nCOPY id_rsa /k\nRUN rm /k\nFROM a:2\nCOPY --from=b /x /x\nRUN rm /x\n")]
    [InlineData("FROM a:1\nRUN rm /k\nCOPY id_rsa /k\nRUN rm /other $UNKNOWN; echo rm /k\n")]
    [InlineData("FROM a:1\nRUN --mount=type=bind,source=id_rsa,target=/k cp /k /l && rm /l\nCOPY . .\nCOPY\n")]
    public void Accepts_deleted_files_that_go(string text) => RuleVerifier.Verify<CopiedSecretDeletedLater>("Dockerfile", text);

    [Theory]
    [InlineData("FROM a:1\nENV {|#0:TOKEN|}=x\nRUN use && unset [|TOKEN|]\n")]
    [InlineData("FROM a:1 AS b\nENV A=1 B=2\nFROM b\nRUN unset [|A|] [|B|]\n")]
    [InlineData("FROM a:1\nENV A=1\nRUN unset A && use\nRUN export A=2 && unset A\nRUN unset B\nARG C\nRUN unset C; echo unset A\n")]
    public void Reads_unset(string text) => RuleVerifier.Verify<EnvUnsetInLaterLayer>("Dockerfile", text);
}
