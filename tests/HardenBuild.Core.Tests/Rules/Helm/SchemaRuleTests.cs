using HardenBuild.Rules;
using HardenBuild.Rules.Helm.Values;

namespace HardenBuild.Core.Tests.Rules.Helm;

public sealed class SchemaRuleTests
{
    [Theory]
    [InlineData("{\"properties\":{\"a\":{\"type\":[\"integer\",\"null\"]}}}")]
    [InlineData("{\"properties\":{\"a\":{\"type\":\"number\",\"minimum\":1,\"maximum\":9}}}")]
    [InlineData("{\"properties\":{\"a\":{\"$ref\":\"#/definitions/small\"}},\"definitions\":{\"small\":{\"maximum\":5}}}")]
    [InlineData("{\"properties\":{\"a\":{\"$ref\":\"https://example.com/a.json\"}}}")]
    [InlineData("{\"properties\":{\"a\":{\"oneOf\":[{\"type\":\"string\"},{\"type\":\"integer\"}]}}}")]
    [InlineData("{\"properties\":{\"a\":{\"unknownKeyword\":true}},\"additionalProperties\":false}")]
    [InlineData("{\"patternProperties\":{\"^a$\":{\"const\":5}},\"additionalProperties\":false}")]
    [InlineData("{\"if\":{\"properties\":{\"a\":{\"const\":1}}},\"then\":false}")]
    public void Accepts_values_that_fit(string schema) => RuleVerifier.Verify<HelmSchemaContradictsDefaults>(("values.yaml", "a: 5\n"), ("values.schema.json", schema));

    [Theory]
    [InlineData("{\"properties\":{\"a\":{\"type\":\"string\"}}}")]
    [InlineData("{\"properties\":{\"a\":{\"exclusiveMaximum\":5}}}")]
    [InlineData("{\"properties\":{\"a\":{\"enum\":[1,2,\"5\"]}}}")]
    [InlineData("{\"properties\":{\"a\":{\"$ref\":\"#/$defs/small\"}},\"$defs\":{\"small\":{\"maximum\":4}}}")]
    [InlineData("{\"properties\":{\"a\":{\"not\":{\"type\":\"integer\"}}}}")]
    [InlineData("{\"properties\":{\"a\":{\"oneOf\":[{\"type\":\"number\"},{\"type\":\"integer\"}]}}}")]
    [InlineData("{\"properties\":{\"b\":{}},\"additionalProperties\":false}")]
    public void Reports_values_that_do_not_fit(string schema) => RuleVerifier.Verify<HelmSchemaContradictsDefaults>(("values.yaml", "a: [|5|]\n"), ("values.schema.json", schema));

    [Fact]
    public void Reports_a_missing_key_at_the_key_that_should_hold_it() => RuleVerifier.Verify<HelmSchemaContradictsDefaults>(
        ("values.yaml", "a:\n  [|b|]:\n    c: 1\n"), ("values.schema.json", "{\"properties\":{\"a\":{\"properties\":{\"b\":{\"required\":[\"d\"]}}}}}"));

    [Fact]
    public void Reports_a_pattern_in_a_values_file_beside_the_chart() => RuleVerifier.Verify<HelmSchemaContradictsDefaults>(
        ("values.yaml", "a: v1\n"), ("values-production.yaml", "a: [|one|]\n"), ("values.schema.json", "{\"properties\":{\"a\":{\"pattern\":\"^v[0-9]+$\"}}}"));

    [Fact]
    public void Reports_a_schema_that_cannot_be_read()
    {
        var finding = Assert.Single(RuleVerifier.Scan(Schema(), [("values.yaml", "a: 1\n"), ("values.schema.json", "{\"properties\": [")]));

        Assert.Equal("values.schema.json", finding.Location.Source.Path);
    }

    [Fact]
    public void A_schema_that_refers_to_itself_comes_to_an_end() => RuleVerifier.Verify<HelmSchemaContradictsDefaults>(
        ("values.yaml", "a: 5\n"), ("values.schema.json", "{\"allOf\":[{\"$ref\":\"#\"}]}"));

    [Fact]
    public void Never_prints_the_value() => Assert.DoesNotContain(
        "Pr0d", Assert.Single(RuleVerifier.Scan(Schema(), [("values.yaml", "password: Pr0d\n"), ("values.schema.json", "{\"properties\":{\"password\":{\"minLength\":12}}}")])).Message, StringComparison.Ordinal);

    private static HelmSchemaContradictsDefaults Schema() => RuleCatalog.All.OfType<HelmSchemaContradictsDefaults>().Single();
}
