using HardenBuild.Rules;
using static HardenBuild.Core.Tests.Compose.ComposeCheck;

namespace HardenBuild.Core.Tests.Compose;

/// <summary>What each rule reports and its nearest innocent neighbours, one service's lines a case.</summary>
public sealed class ContainerRuleTests
{
    [Theory]
    [InlineData("HB2001", "privileged: [|true|]")]
    [InlineData("HB2001", "privileged: [|\"true\"|]")]
    [InlineData("HB2001", "privileged: [|yes|]")]
    [InlineData("HB2001", "privileged: [|${PRIVILEGED:-true}|]")]
    [InlineData("HB2001", "post_start:\n  - command: ./init\n    privileged: true")]
    [InlineData("HB2001", "privileged: false")]
    [InlineData("HB2001", "privileged: ${PRIVILEGED}")]
    [InlineData("HB2001", "build:\n  context: .\n  privileged: true")]
    [InlineData("HB2002", "volumes: [\"[|/var/run/docker.sock|]:/sock\"]")]
    [InlineData("HB2002", "volumes:\n  - '[|//var/run/docker.sock|]:/var/run/docker.sock'")]
    [InlineData("HB2002", "volumes:\n  - [|/run|]:/host/run:ro")]
    [InlineData("HB2002", "volumes:\n  - [|/run/user/1000/podman/podman.sock|]:/sock")]
    [InlineData("HB2002", "volumes:\n  - [|/run/containerd/containerd.sock|]:/sock")]
    [InlineData("HB2002", "volumes:\n  - [|${SOCKET:-/var/run/docker.sock}|]:/sock")]
    [InlineData("HB2002", "volumes:\n  - [|\\\\.\\pipe\\docker_engine|]:\\\\.\\pipe\\docker_engine")]
    [InlineData("HB2002", "volumes:\n  - type: bind\n    source: [|/var/run/docker.sock|]\n    target: /sock")]
    [InlineData("HB2002", "volumes:\n  - type: npipe\n    source: [|\\\\.\\pipe\\docker_engine|]\n    target: x")]
    [InlineData("HB2002", "use_api_socket: [|true|]")]
    [InlineData("HB2002", "volumes:\n  - ./run:/var/run/docker.sock")]
    [InlineData("HB2002", "volumes:\n  - docker.sock:/data")]
    [InlineData("HB2002", "volumes:\n  - ${SOCKET}:/var/run/docker.sock")]
    [InlineData("HB2002", "volumes:\n  - /var/running:/data")]
    [InlineData("HB2003", "volumes:\n  - [|/|]:/host")]
    [InlineData("HB2003", "volumes:\n  - [|/etc/nginx/|]:/etc/nginx:ro")]
    [InlineData("HB2003", "volumes:\n  - [|/srv/../etc|]:/x")]
    [InlineData("HB2003", "volumes:\n  - [|/home|]:/x")]
    [InlineData("HB2003", "volumes:\n  - [|/lib/modules|]:/lib/modules:ro")]
    [InlineData("HB2003", "volumes:\n  - [|C:\\Windows\\System32|]:C:\\x")]
    [InlineData("HB2003", "volumes:\n  - [|C:/|]:/c")]
    [InlineData("HB2003", "volumes:\n  - [|/etc/localtime|]:/etc/localtime")]
    [InlineData("HB2003", "volumes:\n  - /etc/localtime:/etc/localtime:ro")]
    [InlineData("HB2003", "volumes:\n  - /etcetera:/x\n  - /devdata:/x2\n  - /home/me/data:/y\n  - /var/lib/postgres:/z\n  - ./etc:/e\n  - ~/etc:/f\n  - etc:/etc\n  - /etc\n  - ${APPDATA}/x:/g")]
    [InlineData("HB2003", "volumes:\n  - C:/src:/src\n  - D:\\data:C:\\data")]
    [InlineData("HB2007", "network_mode: [|host|]")]
    [InlineData("HB2007", "build:\n  context: .\n  network: [|host|]")]
    [InlineData("HB2007", "network_mode: service:db")]
    [InlineData("HB2007", "networks: [host]")]
    [InlineData("HB2008", "pid: [|\"host\"|]")]
    [InlineData("HB2008", "pid: service:db")]
    [InlineData("HB2009", "ipc: [|host|]")]
    [InlineData("HB2009", "ipc: [|shareable|]")]
    [InlineData("HB2009", "ipc: service:db")]
    [InlineData("HB2011", "userns_mode: [|host|]")]
    [InlineData("HB2011", "userns_mode: ''")]
    [InlineData("HB2014", "cap_add: [[|ALL|], [|cap_sys_admin|], [|\"NET_ADMIN\"|]]")]
    [InlineData("HB2014", "cap_add: [NET_BIND_SERVICE, CHOWN, IPC_LOCK]")]
    [InlineData("HB2014", "cap_drop: [SYS_ADMIN]")]
    [InlineData("HB2015", "cap_drop:\n  - all")]
    [InlineData("HB2015", "cap_drop:\n  - CAP_ALL")]
    [InlineData("HB2015", "privileged: true")]
    [InlineData("HB2015", "cap_drop:\n  - ${DROPPED}")]
    [InlineData("HB2015", "extends:\n  service: base")]
    [InlineData("HB2016", "security_opt: [no-new-privileges]")]
    [InlineData("HB2016", "security_opt: ['no-new-privileges=true']")]
    [InlineData("HB2016", "security_opt: [[|'no-new-privileges:false'|]]")]
    [InlineData("HB2016", "security_opt: [\"${OPTION}\"]")]
    [InlineData("HB2006", "read_only: true")]
    [InlineData("HB2006", "read_only: [|false|]")]
    [InlineData("HB2006", "read_only: ${READ_ONLY}")]
    [InlineData("HB2006", "read_only: ${READ_ONLY:-true}")]
    [InlineData("HB2017", "security_opt:\n  - [|seccomp=unconfined|]")]
    [InlineData("HB2017", "security_opt:\n  - seccomp:./profile.json")]
    [InlineData("HB2018", "security_opt:\n  - [|apparmor:unconfined|]")]
    [InlineData("HB2018", "security_opt:\n  - apparmor:my-profile")]
    [InlineData("HB2019", "security_opt: [[|label=disable|], [|label:type:spc_t|]]")]
    [InlineData("HB2019", "security_opt: [label:type:svirt_apache_t]")]
    [InlineData("HB2022", "user: [|0|]")]
    [InlineData("HB2022", "user: [|\"0:0\"|]")]
    [InlineData("HB2022", "user: [|root:root|]")]
    [InlineData("HB2022", "user: [|${RUN_AS:-root}|]")]
    [InlineData("HB2022", "user: 1000:0")]
    [InlineData("HB2022", "user: rooty")]
    [InlineData("HB2022", "user: ${UID}:${GID}")]
    [InlineData("HB2055", "environment:\n  - SA_PASSWORD=[|kT9.vq27Lm|]")]
    [InlineData("HB2055", "environment:\n  - \"SA_PASSWORD=[|kT9.vq27Lm|]\"")]
    [InlineData("HB2055", "environment:\n  PGPASSWORD: [|${PGPASSWORD:-kT9.vq27Lm}|]")]
    [InlineData("HB2055", "environment:\n  MYSQL_ROOT_PASSWORD: [|48151623|]")]
    [InlineData("HB2055", "environment:\n  ConnectionStrings__Db: \"Server=db;User Id=sa;Password=[|kT9.vq27Lm|];\"")]
    [InlineData("HB2055", "environment:\n  - Db=Server=db;User Id=sa;Password=[|kT9.vq27Lm|];")]
    [InlineData("HB2055", "build:\n  context: .\n  args:\n    NUGET_API_KEY: [|kT9.vq27Lm|]")]
    [InlineData("HB2055", "environment:\n  - SA_PASSWORD=${SA_PASSWORD}\n  - A_TOKEN\n  - B_PASSWORD=${B:?missing}\n  - C_PASSWORD=\n  - D_PASSWORD_FILE=/run/secrets/d\n  - E_SECRET=/run/secrets/e\n  - F_SECRET_URL=https://x\n  - KEYBOARD=qwertz\n  - G_TOKEN=https://sts.example.org\n  - H_KEY=12\n  - I_AUTH=true")]
    [InlineData("HB2094", "environment:\n  DOCKER_HOST: [|tcp://10.0.0.5:2375|]")]
    [InlineData("HB2094", "environment:\n  - DOCKER_HOST=[|${DOCKER_HOST:-tcp://docker:2375}|]")]
    [InlineData("HB2094", "environment:\n  DOCKER_HOST: tcp://10.0.0.5:2376\n  DOCKER_TLS_VERIFY: 1")]
    [InlineData("HB2094", "environment:\n  DOCKER_HOST: ssh://me@example.org")]
    [InlineData("HB2094", "command: dockerd -H [|tcp://0.0.0.0:2375|]")]
    [InlineData("HB2094", "command: -H [|tcp://agent:9001|]")]
    [InlineData("HB2094", "command: [sh, -c, \"dockerd --host [|tcp://0.0.0.0:2375|] && sleep 1\"]")]
    [InlineData("HB2094", "command: dockerd -H tcp://0.0.0.0:2376 --tlsverify --tlscacert a --tlscert b --tlskey c")]
    [InlineData("HB2094", "command: curl -H tcp://x http://y")]
    [InlineData("HB2094", "command: echo 'dockerd -H tcp://0.0.0.0'")]
    public void Reports_exactly_the_marks(string id, string lines) => Reports(Rule(id), Web(lines));

    [Theory]
    [InlineData("HB2002", "image: tecnativa/docker-socket-proxy:1\n    volumes: [\"[|/var/run/docker.sock|]:/sock\"]", "compose.yaml", RuleSeverity.Suggestion)]
    [InlineData("HB2003", "image: a:1\n    volumes: [\"[|/etc/localtime|]:/etc/localtime\"]", "compose.yaml", RuleSeverity.Suggestion)]
    [InlineData("HB2009", "image: a:1\n    ipc: [|shareable|]", "compose.yaml", RuleSeverity.Suggestion)]
    [InlineData("HB2014", "image: a:1\n    cap_add: [[|NET_ADMIN|]]", "compose.yaml", RuleSeverity.Warning)]
    [InlineData("HB2014", "image: a:1\n    cap_add: [[|SYS_MODULE|]]", "compose.yaml", RuleSeverity.Error)]
    [InlineData("HB2017", "image: a:1\n    security_opt: [[|seccomp:unconfined|]]", "docker-compose.vs.debug.yml", RuleSeverity.Suggestion)]
    [InlineData("HB2055", "image: a:1\n    environment: {SA_PASSWORD: [|changeme|]}", "compose.yaml", RuleSeverity.Suggestion)]
    [InlineData("HB2055", "image: a:1\n    environment: {SA_PASSWORD: [|kT9.vq27Lm|]}", "docker-compose.override.yml", RuleSeverity.Suggestion)]
    [InlineData("HB2055", "image: a:1\n    environment: {SA_PASSWORD: [|kT9.vq27Lm|]}", "docker-compose.prod.yml", RuleSeverity.Error)]
    [InlineData("HB2094", "image: a:1\n    environment: {DOCKER_HOST: [|\"tcp://docker:2375\"|]}", "compose.yaml", RuleSeverity.Warning)]
    [InlineData("HB2094", "image: a:1\n    environment: {DOCKER_HOST: [|\"tcp://socket-proxy:2375\"|]}", "compose.yaml", RuleSeverity.Suggestion)]
    [InlineData("HB2094", "image: docker:dind\n    command: [\"--host=[|tcp://:2375|]\"]", "compose.yaml", RuleSeverity.Error)]
    public void Says_how_bad_the_case_is(string id, string lines, string path, RuleSeverity expected) =>
        Assert.Equal(expected, Assert.Single(Reports(Rule(id), "services:\n  web:\n    " + lines + "\n", path)).AtMost);

    [Fact]
    public void Spares_the_debugger() =>
        Reports(Rule("HB2014"), Web("cap_add: [SYS_PTRACE]"), "docker-compose.vs.debug.yml");

    [Fact]
    public void Never_prints_the_secret()
    {
        foreach (var lines in new[] { "environment: {SA_PASSWORD: [|kT9.vq27Lm|]}", "environment: {ConnectionStrings__X: \"Server=x;Password=[|kT9.vq27Lm|]\"}" })
            Assert.DoesNotContain("kT9", Assert.Single(Reports(Rule("HB2055"), Web(lines))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Rolls_gaps_up_to_the_first_service()
    {
        var finding = Assert.Single(Reports(
            Rule("HB2015"),
            """
            services:
              safe:
                image: a:1
                cap_drop: [ALL]
              [|web|]:
                image: a:1
              api:
                build: .
              fragment:
                ports: ["1:1"]
              db:
                image: b:1
              queue:
                image: b:1
            """));
        Assert.Equal("service web", finding.LogicalPath);
        Assert.Contains("services 'web', 'api', 'db' and 1 more", finding.Message, StringComparison.Ordinal);
        Assert.Equal(["api", "db", "queue"], finding.Related.Select(related => related.Location.Source.Substring(related.Location.Span)));
    }

    [Fact]
    public void Reports_a_shared_token_once()
    {
        var finding = Assert.Single(Reports(
            Rule("HB2001"),
            """
            x-defaults: &defaults
              image: a:1
              privileged: [|true|]
            services:
              web:
                <<: *defaults
              api: *defaults
              db:
                <<: *defaults
                privileged: false
            """));
        Assert.Equal("service web", finding.LogicalPath);
        Assert.Equal("The same holds for service 'api'", Assert.Single(finding.Related).Message);
    }

    [Fact]
    public void Reports_a_secret_once_however_often_it_is_written()
    {
        var finding = Assert.Single(Reports(
            Rule("HB2055"),
            [
                ("compose.yaml", "services:\n  db:\n    image: a:1\n    environment: {SA_PASSWORD: [|kT9.vq27Lm|]}\n"),
                ("compose.override.yaml", "services:\n  web:\n    image: a:1\n    environment: ['Db=Server=db;Password=kT9.vq27Lm']\n"),
            ]));
        Assert.Equal("The same secret in 'Db' of service 'web'", Assert.Single(finding.Related).Message);
        Assert.Equal(RuleSeverity.Error, finding.AtMost);
    }

    [Fact]
    public void Sees_a_folder_behind_a_named_volume_and_a_secret() => Reports(
        Rule("HB2002"),
        """
        services:
          web:
            image: a:1
            volumes: [sock:/sock, data:/data]
            secrets: [engine, {source: other}]
        volumes:
          sock:
            driver_opts: {type: none, o: bind, device: [|/var/run/docker.sock|]}
          data:
            driver_opts: {type: nfs, o: "addr=x", device: /run}
        secrets:
          engine:
            file: [|/var/run/docker.sock|]
          other:
            file: ./docker.txt
        """);
}
