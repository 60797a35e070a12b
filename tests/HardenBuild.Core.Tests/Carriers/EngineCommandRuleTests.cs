using static HardenBuild.Core.Tests.Carriers.CarrierCheck;

namespace HardenBuild.Core.Tests.Carriers;

public sealed class EngineCommandRuleTests
{
    [Theory]
    [InlineData("HB2083", "podman exec -it [|--privileged|] web sh")]
    [InlineData("HB2083", "docker container exec [|--privileged=true|] web sh")]
    [InlineData("HB2084", "docker exec --user=[|0:0|] web sh")]
    [InlineData("HB2084", "docker exec -itu [|root|] web sh")]
    [InlineData("HB2085", "docker build [|--disable-content-trust|] .")]
    [InlineData("HB2085", "[|DOCKER_CONTENT_TRUST=0|] docker pull a:1")]
    [InlineData("HB2086", "docker login -u a --password=[|kT9.vq27Lm|]")]
    [InlineData("HB2086", "docker login -u a -p [|\"$PASSWORD\"|]")]
    [InlineData("HB2087", "docker buildx build --build-arg=[|NPM_TOKEN|]=$NPM_TOKEN .")]
    [InlineData("HB2087", "docker build --build-arg [|DB_PASSWORD|] .")]
    [InlineData("HB2089", "docker run [|redis|] redis-server")]
    [InlineData("HB2090", "docker swarm [|join|] --token $T 10.0.0.1:2377")]
    [InlineData("HB2091", "docker swarm [|init|]")]
    [InlineData("HB2092", "docker swarm update --autolock=[|false|]")]
    [InlineData("HB2093", "docker container [|commit|] -m x web web:1")]
    public void Reports(string id, string line) => Script(id, line);

    [Theory]
    [InlineData("HB2083", "docker exec web sh --privileged")]
    [InlineData("HB2083", "docker exec --privileged=false web sh")]
    [InlineData("HB2083", "docker exec --privileged=$P web sh")]
    [InlineData("HB2084", "docker exec -u app web sh -u root")]
    [InlineData("HB2084", "docker exec -u $USER web sh")]
    [InlineData("HB2085", "docker pull --disable-content-trust=false a:1")]
    [InlineData("HB2085", "export DOCKER_CONTENT_TRUST=1")]
    [InlineData("HB2086", "echo $P | docker login -u a --password-stdin")]
    [InlineData("HB2086", "docker run -p 80:80 a")]
    [InlineData("HB2087", "docker build --build-arg VERSION=1 --build-arg \"$ARGUMENT\" --build-arg SSH_AUTH_SOCK=/x .")]
    [InlineData("HB2087", "docker run a --build-arg TOKEN=x")]
    [InlineData("HB2089", "docker run redis:8.2 latest")]
    [InlineData("HB2089", "docker run $IMAGE")]
    [InlineData("HB2090", "docker swarm init --advertise-addr eth0 --autolock")]
    [InlineData("HB2091", "docker swarm ca")]
    [InlineData("HB2092", "docker swarm update --cert-expiry 720h")]
    [InlineData("HB2093", "git commit -m docker")]
    public void Accepts(string id, string line) => Script(id, line);

    [Fact]
    public void Never_prints_the_password() => Assert.DoesNotContain("kT9", Scan("HB2086", "a.sh", "docker login -u a -p kT9.vq27Lm\n").Single().Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("HB6005", "dockerd --insecure-registry [|registry.example.com:5000|]")]
    [InlineData("HB6009", "dockerd -H [|tcp://0.0.0.0:2375|] --tlsverify=false")]
    [InlineData("HB6021", "sudo dockerd --seccomp-profile=[|unconfined|] &")]
    [InlineData("HB6022", "dockerd [|--experimental|]")]
    [InlineData("HB6004", "dockerd --iptables=[|false|]")]
    [InlineData("HB6026", "dockerd --metrics-addr [|0.0.0.0:9323|]")]
    [InlineData("HB6030", "dockerd --feature buildkit=[|false|]")]
    public void Reports_flag_of_the_daemon(string id, string line) => Script(id, line);

    [Theory]
    [InlineData("HB6002")]
    [InlineData("HB6008")]
    [InlineData("HB6011")]
    [InlineData("HB6016")]
    [InlineData("HB6018")]
    [InlineData("HB6020")]
    public void Flags_that_are_not_given_may_be_in_the_file(string id) => Script(id, "dockerd -H tcp://10.0.0.5:2375 --log-driver json-file --insecure-registry localhost:5000");
}
