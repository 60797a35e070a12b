using static HardenBuild.Core.Tests.Carriers.CarrierCheck;

namespace HardenBuild.Core.Tests.Carriers;

public sealed class BakeRuleTests
{
    [Theory]
    [InlineData("HB1170", "variable \"API_TOKEN\" {\n  default = \"[|kT9.vq27Lm|]\"\n}\n")]
    [InlineData("HB1170", "target \"a\" { args = { DB_PASSWORD : \"[|kT9.vq27Lm|]\", V = \"1\" } }\n")]
    [InlineData("HB1171", "// comment\ntarget \"a\" {\n  matrix = { x = [1, 2] }\n  entitlements = [\n    \"[|security.insecure|]\", # why\n    \"[|network.host|]\",\n  ]\n}\n")]
    [InlineData("HB1171", "target \"a\" { network = \"[|host|]\" }\n")]
    [InlineData("HB1174", "target \"a\" {\n  context = \"[|https://github.com/a/b.git#main|]\"\n}\n")]
    [InlineData("HB1174", "target \"a\" {\n  contexts = { \"b\" = \"[|http://example.com/a.tgz|]\" }\n}\n")]
    [InlineData("HB1175", "target \"a\" {\n  cache-to = [\"[|type=registry,ref=r.example.com/c,registry.insecure=true|]\"]\n}\n")]
    public void Reports(string id, string text) => Verify(id, "docker-bake.hcl", text);

    [Theory]
    [InlineData("HB1170", "variable \"API_TOKEN\" {\n  default = \"\"\n}\nvariable \"B_TOKEN\" { default = null }\n")]
    [InlineData("HB1170", "target \"a\" { args = { DB_PASSWORD = \"${DB_PASSWORD}\", TOKEN = API_TOKEN, PASSWORD = \"changeme\" } }\n")]
    [InlineData("HB1171", "target \"a\" {\n  entitlements = INSECURE ? [\"security.insecure\"] : []\n}\n")]
    [InlineData("HB1171", "function \"f\" {\n  params = []\n  result = [\"security.insecure\"]\n}\n/* target \"a\" { network = \"host\" } */\n")]
    [InlineData("HB1172", "target \"a\" {\n  tags = [\"web\"]\n  attest = [\"type=provenance,disabled=true\"]\n}\n")]
    [InlineData("HB1174", "target \"a\" {\n  context = \".\"\n  contexts = { b = \"target:b\", c = \"docker-image://debian:13\", d = \"docker-image://${IMAGE}\" }\n}\n")]
    [InlineData("HB1174", "target \"a\" { context = \"https://github.com/a/b.git#9f86d081884c7d659a2feaa0c55ad015a3bf4f1b:x\" }\n")]
    [InlineData("HB1175", "target \"a\" {\n  tags = [\"localhost:5000/a\"]\n  output = [\"type=image,registry.insecure=true\"]\n}\n")]
    public void Accepts(string id, string text) => Verify(id, "docker-bake.hcl", text);

    [Theory]
    [InlineData("HB1170", "{ \"target\": { \"a\": { \"args\": { \"DB_PASSWORD\": \"[|kT9.vq27Lm|]\" } } } }")]
    [InlineData("HB1171", "{ \"target\": { \"a\": { \"entitlements\": [\"[|security.insecure|]\"] } } }")]
    [InlineData("HB1170", "{ \"target\": { \"a\": { \"args\": { \"DB_PASSWORD\": \"${DB_PASSWORD}\" } } } }")]
    [InlineData("HB1171", "{ \"target\": [], \"group\": 1 }")]
    public void Json(string id, string text) => Verify(id, "docker-bake.json", text);
}
