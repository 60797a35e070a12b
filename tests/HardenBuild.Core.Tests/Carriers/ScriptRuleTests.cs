using static HardenBuild.Core.Tests.Carriers.CarrierCheck;

namespace HardenBuild.Core.Tests.Carriers;

/// <summary>The rules about container options on command lines.</summary>
public sealed class ScriptRuleTests
{
    [Theory]
    [InlineData("HB2001", "docker run --rm [|--privileged|] alpine:3.22")]
    [InlineData("HB2001", "docker run --rm \\\n    [|--privileged=true|] \\\n    alpine:3.22")]
    [InlineData("HB2001", "if true; then sudo docker run [|--privileged|] a; fi")]
    [InlineData("HB2001", "out=$(docker run [|--privileged|] a)")]
    [InlineData("HB2002", "docker run -v [|/var/run/docker.sock|]:/var/run/docker.sock a")]
    [InlineData("HB2002", "docker run -v \"[|/var/run/docker.sock|]:/var/run/docker.sock\" a")]
    [InlineData("HB2002", "docker run \\\n  --mount type=bind,src=[|/run/podman/podman.sock|],dst=/s \\\n  a")]
    [InlineData("HB2003", "docker run -v [|/etc|]:/host/etc:ro a")]
    [InlineData("HB2007", "docker run --network=[|host|] a")]
    [InlineData("HB2007", "docker run --net [|host|] a")]
    [InlineData("HB2008", "docker run --pid=[|host|] a")]
    [InlineData("HB2014", "docker run --cap-add [|SYS_ADMIN|] --cap-add=CHOWN a")]
    [InlineData("HB2017", "docker run --security-opt [|seccomp=unconfined|] a")]
    [InlineData("HB2022", "docker run -u [|root|] a")]
    [InlineData("HB2055", "docker run -e POSTGRES_PASSWORD=[|kT9.vq27Lm|] postgres:17")]
    [InlineData("HB2094", "docker -H [|tcp://10.0.0.5:2375|] ps")]
    [InlineData("HB2094", "export DOCKER_HOST=[|tcp://10.0.0.5:2375|]\ndocker ps")]
    [InlineData("HB2100", "docker run -v [|/home/build/.ssh|]:/root/.ssh a")]
    public void Reports_flag(string id, string line) => Script(id, line);

    [Theory]
    [InlineData("HB2001", "docker run --privileged=false a")]
    [InlineData("HB2001", "docker run $FLAGS --privileged a")]
    [InlineData("HB2001", "echo docker run --privileged a")]
    [InlineData("HB2001", "cat <<EOF\ndocker run --privileged a\nEOF")]
    [InlineData("HB2001", "# docker run --privileged a")]
    [InlineData("HB2001", "docker run --privileged=$PRIVILEGED a")]
    [InlineData("HB2002", "docker run -v \"$SOCKET:/var/run/docker.sock\" a")]
    [InlineData("HB2007", "docker run --network=$NETWORK a")]
    [InlineData("HB2022", "docker run -u \"$(id -u):$(id -g)\" a")]
    [InlineData("HB2055", "docker run -e POSTGRES_PASSWORD=\"$PASSWORD\" -e PGPASSWORD postgres:17")]
    [InlineData("HB2094", "docker -H ssh://build@10.0.0.5 ps")]
    [InlineData("HB2094", "export DOCKER_HOST=tcp://10.0.0.5:2376 DOCKER_TLS_VERIFY=1\ndocker ps")]
    [InlineData("HB2100", "docker run -v /home/build/.nuget/packages:/p -v /srv/ssh:/x a")]
    [InlineData("HB2006", "docker run a")]
    [InlineData("HB2015", "docker run a")]
    [InlineData("HB2016", "docker run a")]
    public void Accepts_neighbour(string id, string line) => Script(id, line);

    [Fact]
    public void Windows_line_breaks_make_no_difference() =>
        Verify("HB2001", "deploy.sh", "#!/bin/sh\r\ndocker run \\\r\n  [|--privileged|] a\r\ndocker run [|--privileged|] b\r\n");

    [Fact]
    public void Names_the_flag_as_it_is_written() => Assert.StartsWith("'--privileged' gives container 'web'", Scan("HB2001", "a.sh", "docker run --name web --privileged a\n").Single().Message, StringComparison.Ordinal);

    [Fact]
    public void Says_at_most_warning() => Assert.Equal(HardenBuild.Rules.RuleSeverity.Warning, Scan("HB2001", "a.sh", "docker run --privileged a\n").Single().AtMost);

    [Theory]
    [InlineData("up:\n\t@docker run [|--privileged|] web:1\n")]
    [InlineData("up: build\n\t-docker run \\\n\t  [|--privileged|] $(IMAGE)\n")]
    [InlineData("up:\n\tdocker run -e X=$$X -v $(DATA):/x [|--privileged|] web:$(VERSION)\n")]
    public void Reports_recipe(string text) => Verify("HB2001", "Makefile", text);

    [Theory]
    [InlineData("FLAGS = docker run --privileged\n")]
    [InlineData("up:\n\tdocker run $(if $(P),--privileged) web:1\n")]
    [InlineData("up:\n\t# docker run --privileged a\n")]
    [InlineData("up:\n\tdocker run --privileged=$(P) web:1\n")]
    public void Accepts_recipe(string text) => Verify("HB2001", "Makefile", text);

    [Fact]
    public void Values_that_make_fills_in_are_no_secrets() => Verify("HB2055", "Makefile", "up:\n\tdocker run -e 'DB_PASSWORD=$(PASSWORD)' web:1\n");
}
